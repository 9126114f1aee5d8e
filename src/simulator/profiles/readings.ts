/** Entitlement rows of an environment. No id for people is published (apis.md 7.2), so each tenant here has its own. */
import type { ProfileEnvironment } from "../contracts";

type Row = ProfileEnvironment["entitlements"][number];

const row =
  (entitlementId: string, category: string, unit: string) =>
  (consumed: number, lastUpdatedOn: string): Row => ({
    entitlementId,
    categories: [category],
    unit,
    consumed,
    lastUpdatedOn,
  });

export const rows = (tenant: string) => ({
  interactedPeople: row(`${tenant}InteractedPeople`, "D365CustomerInsights", "Count"),
  unifiedPeople: row(`${tenant}UnifiedPeople`, "D365CustomerInsights", "Count"),
  voicebotMinutes: row(`${tenant}VoicebotMinutes`, "D365ContactCenter", "Minutes"),
  /** Known by name in the service's own list of currencies, yet bound to no meter until somebody does it. */
  omnichannelVoice: row("Internal_OmniChannelVoice", "D365ContactCenter", "Minutes"),
  messages: row("MCSMessages", "CopilotStudio", "Messages"),
});
