/** The environments of a tenant and what is missing of them. */
import type { Reason } from "../../measured";
import type { Environment, EnvironmentFacts, TenantFacts } from "../../snapshot/facts";
import type { Coverage } from "../../snapshot/snapshot";
import { sortedBy } from "../order";

/** Each environment once, in the order of ids: a list that was read while it changed may hold one twice. */
export const environmentsOf = (facts: TenantFacts): readonly Environment[] => {
  const list = facts.environments.kind === "read" ? facts.environments.value : [];
  const byId = new Map(list.map((environment) => [environment.id, environment]));
  return sortedBy([...byId.values()], (environment) => environment.id);
};

/** Sources that are asked of each environment. */
export const detailSources = ["packages", "solutions", "entitlements"] as const;

/** The first reason why an environment was not read in full. One without Dataverse has nothing to ask. */
export const missingReason = (environment: Environment, facts: EnvironmentFacts | undefined): Reason | undefined => {
  if (environment.instanceUrl === undefined) return undefined;
  if (facts === undefined) return { code: "sourceNotRead" };
  for (const source of detailSources) {
    const read = facts[source];
    if (read.kind === "notRead" && read.reason.code !== "noDataverse") return read.reason;
  }
  return undefined;
};

/** How many environments were read in full. */
export const environmentCoverage = (
  environments: readonly Environment[],
  factsOf: (environmentId: string) => EnvironmentFacts | undefined,
): Coverage => {
  const missing = environments.flatMap((environment) => {
    const reason = missingReason(environment, factsOf(environment.id));
    return reason === undefined ? [] : [{ environmentId: environment.id, reason }];
  });
  return { read: environments.length - missing.length, total: environments.length, missing };
};
