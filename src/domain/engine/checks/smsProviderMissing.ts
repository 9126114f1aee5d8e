import type { EnvironmentFacts, TenantFacts } from "../../snapshot/facts";
import type { Check } from "./check";

const channel = "sms";

const isRead = (facts: EnvironmentFacts | undefined): boolean =>
  facts?.channels?.kind === "read" && facts.channels.value.includes(channel);

/** Environments whose log, whole or counted, holds text messages. */
const inLogs = ({ interactions = [], activity = [] }: TenantFacts): ReadonlySet<string> =>
  new Set([
    ...interactions.filter((item) => item.channel === channel).map(({ environmentId }) => environmentId),
    ...activity
      .filter(({ channels = [] }) => channels.some((item) => item.channel === channel && item.interactions > 0))
      .map(({ environmentId }) => environmentId),
  ]);

/** Text messages in use, and no provider declared (CI-J.sms); a question while nobody said either way. */
export const smsProviderMissing: Check = ({ environments, factsOf, facts, settings: { declared } }) => {
  if (declared.smsProvider === true) return [];
  const logged = inLogs(facts);
  const sending = environments.filter(({ id }) => isRead(factsOf(id)) || logged.has(id));
  if (sending.length === 0) return [];
  const told = declared.smsProvider === false;
  return [
    {
      id: "smsProviderMissing:sms",
      kind: "smsProviderMissing",
      ...(told ? {} : { severity: "info" }),
      subjects: sending.map(({ id, name }) => ({ type: "environment", id, name })),
      facts: { environments: sending.length, declared: told ? "no" : "notTold" },
    },
  ];
};
