/** What is asked of each environment by itself. */
import type { Environment, EnvironmentFacts, Read, Reason, SourceId } from "../domain";
import { ignored, type Asking } from "./attempt";
import type { UsageSource } from "./ports";

/** What the questions to an environment give; the rest of its facts comes with the answers about the whole tenant. */
export type EnvironmentDetails = Pick<EnvironmentFacts, "environmentId" | "packages" | "solutions" | "entitlements">;

/**
 * So many that every queue stays full while some environments wait as long as they were told to; the others are begun
 * in the order of the list, so that the first answers do not wait until thousands of requests are made up.
 */
const environmentsAtOnce = 128;

export function beginDetails(
  environments: Read<readonly Environment[]>,
  usage: UsageSource,
  asking: Asking,
): readonly Promise<EnvironmentDetails>[] {
  const inTurn = turns(environmentsAtOnce);
  const known = environments.kind === "read" ? environments.value : [];
  const begun = known.map((environment) => inTurn(() => readDetails(environment, usage, asking)));
  // A run may end before anybody listens to these.
  for (const one of begun) one.catch(ignored);
  return begun;
}

/** Begins what it is given in the order of the calls, at most `atOnce` at a time. */
function turns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = atOnce;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

async function readDetails(
  environment: Environment,
  usage: UsageSource,
  { attempt, signal }: Asking,
): Promise<EnvironmentDetails> {
  const inDataverse = <T>(source: SourceId, ask: () => Promise<T>): Promise<Read<T>> => {
    const reason = whyNotAsked(environment);
    return reason ? Promise.resolve({ kind: "notRead", source, reason }) : attempt(source, ask);
  };
  const [packages, solutions, entitlements] = await Promise.all([
    inDataverse("powerplatform.applicationPackages", () => usage.applicationPackages(environment, signal)),
    inDataverse("dataverse.solutions", () => usage.outboundSolutions(environment, signal)),
    attempt("powerplatform.entitlements", () => usage.entitlements(environment, signal)),
  ]);
  return { environmentId: environment.id, packages, solutions, entitlements };
}

/** Packages and solutions live in Dataverse; entitlement rows are kept by the licensing service for every environment. */
function whyNotAsked({ instanceUrl, ready, name }: Environment): Reason | undefined {
  if (instanceUrl === undefined) return { code: "noDataverse" };
  return ready ? undefined : { code: "environmentNotReady", detail: `${name} is not ready.` };
}
