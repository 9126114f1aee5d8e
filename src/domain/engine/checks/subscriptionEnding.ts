import type { Severity } from "../../snapshot/snapshot";
import type { QuotaCheck } from "./check";
import { endingsOf, type Ending } from "./endings";
import { licenceSubject } from "./licenceFacts";

/** From here on an end that nobody spoke about is a warning. */
const soonDays = 30;

/** A renewal is no trouble, and a trial is meant to end. */
const severityOf = ({ licence: { renewal, trial }, days = 0 }: Ending): Severity => {
  if (trial === true || renewal === "renews") return "info";
  return renewal === "ends" || days <= soonDays ? "warning" : "info";
};

/** Active subscriptions whose next date lies within 60 days, those that renew told apart from those that end. */
export const subscriptionEnding: QuotaCheck = (input) =>
  endingsOf(input)
    .filter(({ licence }) => licence.state === "active")
    .map((ending) => ({
      id: `subscriptionEnding:${ending.licence.id}`,
      kind: "subscriptionEnding",
      severity: severityOf(ending),
      subjects: [licenceSubject(ending.licence)],
      facts: ending.facts,
    }));
