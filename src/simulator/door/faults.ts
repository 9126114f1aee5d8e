/** Finds the fault that disturbs a request: one set by hand, else one that belongs to the environment it is about. */
import type { Fault, FaultKind, Knobs, ProfileEnvironment, TenantProfile } from "../contracts";

/** Counts down faults that were set for a number of requests. */
export const faultFinder = (knobs: Knobs) => {
  const patterns = new Map<string, RegExp>();
  const used = new WeakMap<Fault, number>();
  const pattern = (text: string): RegExp => {
    const known = patterns.get(text) ?? new RegExp(text);
    patterns.set(text, known);
    return known;
  };
  const spent = (fault: Fault): boolean => fault.times !== undefined && (used.get(fault) ?? 0) >= fault.times;
  return (address: string): Fault | undefined => {
    const found = knobs.faults.find((fault) => !spent(fault) && pattern(fault.match).test(address));
    if (found !== undefined) {
      used.set(found, (used.get(found) ?? 0) + 1);
    }
    return found;
  };
};

/** Packages are asked of the environment itself; entitlement rows are kept by the licensing service, which is well. */
const environmentInPath = /\/appmanagement\/environments\/([^/]+)\//;

/**
 * What disturbs a request about an environment in trouble. Its Dataverse refuses by itself, once it knows the caller;
 * only a broken connection comes before that.
 */
export const environmentFaults = (profile: TenantProfile) => {
  const troubled = profile.environments.filter((one) => one.fault !== undefined);
  const byId = new Map<string | undefined, ProfileEnvironment>(troubled.map((one) => [one.id, one]));
  const unreachable = new Set(troubled.filter((one) => one.fault === "unreachable").map((one) => one.host));
  return (host: string, path: string): FaultKind | undefined => {
    if (troubled.length === 0) {
      return undefined;
    }
    return unreachable.has(host) ? "unreachable" : byId.get(environmentInPath.exec(path)?.[1])?.fault;
  };
};
