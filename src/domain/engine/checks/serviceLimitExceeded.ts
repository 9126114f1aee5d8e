import { previewFromInteractions, serviceLimits } from "../../catalog/serviceLimits";
import type { PeopleActivity } from "../../snapshot/activity";
import type { EnvironmentReport, Severity } from "../../snapshot/snapshot";
import { activitiesOf } from "../people/activities";
import type { Check, Found } from "./check";

type BusiestDay = NonNullable<PeopleActivity["busiestDay"]>;

interface Reading {
  readonly limit: "interactionsPerMonth" | "interactionsPreview" | "interactionsPerDay";
  readonly amount: number;
  readonly value: number;
  readonly day?: string;
  readonly severity?: Severity;
}

const finding = ({ id, name }: EnvironmentReport, { limit, amount, value, day, severity }: Reading): Found => ({
  id: `serviceLimitExceeded:${id}:${limit}`,
  kind: "serviceLimitExceeded",
  ...(severity === undefined ? {} : { severity }),
  subjects: [{ type: "environment", id, name }],
  facts: {
    ...{ environment: name, limit, amount, used: value, over: value - amount },
    ...(day === undefined ? {} : { day }),
  },
});

/** Above the limit an error; between the preview agreement and the limit a warning. */
const ofMonth = ({ usage }: EnvironmentReport): readonly Reading[] => {
  const counted = usage.find(({ meter }) => meter === "monthlyInteractions")?.counted;
  if (counted?.kind !== "known") return [];
  const { value } = counted;
  const { amount } = serviceLimits.interactionsPerMonth;
  if (value > amount) return [{ limit: "interactionsPerMonth", amount, value }];
  const preview = previewFromInteractions;
  return value > preview ? [{ limit: "interactionsPreview", amount: preview, value, severity: "warning" }] : [];
};

const ofDay = (busiest: BusiestDay | undefined): readonly Reading[] => {
  const { amount } = serviceLimits.interactionsPerDay;
  if (busiest === undefined || busiest.messages <= amount) return [];
  return [{ limit: "interactionsPerDay", amount, value: busiest.messages, day: busiest.day }];
};

/** Environments that send more than the service bears, whatever the licence allows (CI-J.fair-use). */
export const serviceLimitExceeded: Check = (input) => {
  const busiest = new Map(activitiesOf(input).map(({ environmentId, busiestDay }) => [environmentId, busiestDay]));
  return input.environmentReports.flatMap((environment) =>
    [...ofMonth(environment), ...ofDay(busiest.get(environment.id))].map((reading) => finding(environment, reading)),
  );
};
