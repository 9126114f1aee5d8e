/** Rule behind each meter's limit or way of counting. */
import type { MeterId } from "./meters";
import type { RuleId } from "./rules";

export const meterRules: Readonly<Record<MeterId, RuleId>> = {
  interactedPeople: "CI-J.interacted-people.environments",
  monthlyInteractions: "CI-J.interactions.monthly",
  unifiedPeople: "CI-D.usage.sum",
  throughput: "CI-J.throughput",
  storageDatabase: "STO.entitlement.tenant",
  storageFile: "STO.entitlement.tenant",
  storageLog: "STO.entitlement.tenant",
  recordRoutes: "CC.routes",
  voicebotMinutes: "CC.voice.voicebot",
  callIntelligenceMinutes: "CC.voice.call-intelligence",
  seatsDigital: "CC.capability.user",
  seatsVoice: "CC.capability.user",
  addOnDigital: "CC.addon.max",
  addOnVoice: "CC.addon.max",
  addOnBoth: "CC.addon.max",
  installOutbound: "CI-J.install.outbound",
  installJourneys: "CI-J.install.limit",
  installData: "CI-J.install.limit",
  trialEnvironments: "CI-J.trial.limits",
  cases: "CSI.imported",
  copilotMessages: "CC.routes.copilot-studio",
  copilotSessions: "CC.pva.exclusive",
};

/** Categories of entitlement rows that concern these meters; unbound rows of them are listed (power platform licensing API). */
export const quotaCategories: readonly string[] = ["D365CustomerInsights", "D365ContactCenter"];
