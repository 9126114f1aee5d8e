import type { QuotaCheck } from "./check";
import { endingsOf } from "./endings";
import { licenceSubject } from "./licenceFacts";

/** Expired subscriptions whose units still count (GEN.licence.active); an expired trial is no more than worth knowing. */
export const subscriptionInGrace: QuotaCheck = (input) =>
  endingsOf(input)
    .filter(({ licence }) => licence.state === "grace")
    .map(({ licence, facts }) => ({
      id: `subscriptionInGrace:${licence.id}`,
      kind: "subscriptionInGrace",
      ...(licence.trial === true ? { severity: "info" } : {}),
      subjects: [licenceSubject(licence)],
      facts,
    }));
