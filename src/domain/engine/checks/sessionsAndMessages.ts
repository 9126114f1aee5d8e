import { messageCurrencies, sessionCurrencies } from "../../catalog/agentCurrencies";
import type { Allocation, EnvironmentFacts } from "../../snapshot/facts";
import type { Subject } from "../../snapshot/snapshot";
import type { Check, Found } from "./check";

const allocationsOf = (facts: EnvironmentFacts | undefined): readonly Allocation[] =>
  facts?.allocations?.kind === "read" ? facts.allocations.value : [];

const sumOf = (types: readonly string[], allocations: readonly Allocation[]): number =>
  allocations.reduce((sum, { type, allocated }) => (types.includes(type) ? sum + allocated : sum), 0);

const one = (subject: Subject, allocations: readonly Allocation[]): readonly Found[] => {
  const sessions = sumOf(sessionCurrencies, allocations);
  const messages = sumOf(messageCurrencies, allocations);
  if (sessions === 0) return [];
  const conflict = messages > 0;
  return [
    {
      id: `sessionsAndMessages:${subject.id}`,
      kind: "sessionsAndMessages",
      ...(conflict ? {} : { severity: "info" }),
      subjects: [subject],
      facts: { state: conflict ? "conflict" : "generativeBlocked", sessions, messages },
    },
  ];
};

/** Environments with Power Virtual Agents sessions: beside Copilot Studio messages, or blocked for generative AI (CC.pva.exclusive). */
export const sessionsAndMessages: Check = ({ environments, factsOf }) =>
  environments.flatMap(({ id, name }) => one({ type: "environment", id, name }, allocationsOf(factsOf(id))));
