/** Settings for a simulated tenant. Everything secret in it is made up and worth nothing outside this process. */
import { defaultSettings, type EntitlementBinding } from "../../domain";
import { clouds } from "../../adapters/http/clouds";
import type { RunningTenant } from "../../simulator/contracts";
import type { Config } from "../config/config";

/** Ids under which the simulated tenants return these meters; a real tenant has its own. */
const bound: Readonly<Record<string, EntitlementBinding["meter"]>> = {
  ContosoInteractedPeople: "interactedPeople",
  ContosoUnifiedPeople: "unifiedPeople",
  ContosoVoicebotMinutes: "voicebotMinutes",
  LargeInteractedPeople: "interactedPeople",
  LargeUnifiedPeople: "unifiedPeople",
};

const bindings: readonly EntitlementBinding[] = Object.entries(bound).map(([entitlementId, meter]) => ({
  entitlementId,
  meter,
}));

export const demoConfig = ({ profile, app, homeHost, cloud }: RunningTenant): Config => ({
  tenant: { id: profile.tenantId, name: profile.tenantName },
  identity: { kind: "secret", clientId: app.clientId, clientSecret: app.clientSecret },
  hosts: clouds[cloud],
  homeUrl: `https://${homeHost}`,
  settings: { ...defaultSettings, bindings },
  ownPolicy: {},
  imports: [],
  schedule: { cron: "0 */6 * * *", timeZone: "UTC", jitterSeconds: 0 },
  concurrency: 64,
  open: ["edition", "staleAfterHours", "schedule"],
});
