/** The simulated tenant in a process of its own, so that it does not share a core with what is measured. */
import { startTenant } from "../../src/simulator/server";
import { retryAfterSeconds, type BenchmarkSetup, type TenantAddress } from "./setup";

/** Prints where it listens as one line of JSON and stays until its input ends. */
export const runTenant = async ({ environments, latencyMs, throttledShare }: BenchmarkSetup): Promise<void> => {
  const knobs = { latencyMs, throttledShare, retryAfterSeconds };
  const tenant = await startTenant({ profile: "large", environments, knobs });
  const address: TenantAddress = {
    base: tenant.base,
    tenantId: tenant.profile.tenantId,
    ...tenant.app,
    homeHost: tenant.homeHost,
    environments: tenant.profile.environments.map(({ id, host, state }) => ({
      id,
      ready: state === "Ready",
      ...(host === undefined ? {} : { host }),
    })),
  };
  process.stdout.write(`${JSON.stringify(address)}\n`);
  process.stdin.resume();
  await new Promise((resolve) => process.stdin.once("end", resolve));
  await tenant.close();
};
