/** Which meters a licence concerns, by its name alone: all that can be said of one that the catalogue does not know. */
import type { MeterId } from "./meters";
import { relatedNames, relatedPlans } from "./skus";

interface Family {
  /** In the part number, or in the name of a service plan. */
  readonly names: RegExp;
  readonly meters: readonly MeterId[];
}

const storage: readonly MeterId[] = ["storageDatabase", "storageFile", "storageLog"];

const families: readonly Family[] = [
  {
    names: /CUSTOMER_INSIGHTS|MARKETING/i,
    meters: [
      ...(["interactedPeople", "monthlyInteractions", "unifiedPeople", "throughput"] as const),
      ...(["installOutbound", "installJourneys", "installData", "trialEnvironments"] as const),
      ...storage,
    ],
  },
  {
    names: /CONTACT_CENTER|DYN365_CC|CUSTOMER_SERVICE|(?:^|_)CS_/i,
    meters: [
      ...(["recordRoutes", "voicebotMinutes", "callIntelligenceMinutes", "seatsDigital", "seatsVoice"] as const),
      ...(["addOnDigital", "addOnVoice", "addOnBoth", "cases", "copilotSessions"] as const),
      ...storage,
    ],
  },
  { names: /ROUTING/i, meters: ["recordRoutes"] },
  { names: /VIRTUAL_AGENT/i, meters: ["copilotMessages", "copilotSessions"] },
  { names: /CDS_/i, meters: storage },
];

/** Meters that a licence of this part number and these service plans may give to; none when no name points at one. */
export const relatedMeters = (skuPartNumber: string, planNames: readonly string[]): ReadonlySet<MeterId> => {
  const names = [skuPartNumber].filter((name) => relatedNames.test(name));
  const telling = [...names, ...planNames.filter((name) => relatedPlans.test(name))];
  const fitting = families.filter((family) => telling.some((name) => family.names.test(name)));
  return new Set(fitting.flatMap(({ meters }) => meters));
};
