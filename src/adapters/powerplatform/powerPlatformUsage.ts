/** What the tenant uses, from the two services of Power Platform and, for one question, from each environment itself. */
import type { UsageSource } from "../../app/ports";
import { readAllocations } from "./allocations";
import { readApplicationPackages } from "./applicationPackages";
import { connect, type PowerPlatformOptions } from "./connect";
import { readCurrencies } from "./currencies";
import { readEntitlements } from "./entitlements";
import { readEnvironmentList } from "./environmentList";
import { readTenantCapacity } from "./tenantCapacity";

export interface PowerPlatformUsageOptions extends PowerPlatformOptions {
  /** From `dataverseSolutions`: only the environment's own Dataverse knows its solutions. */
  readonly outboundSolutions: UsageSource["outboundSolutions"];
}

export function powerPlatformUsage(options: PowerPlatformUsageOptions): UsageSource {
  const services = connect(options);
  const { powerPlatform } = services;
  return {
    environments: (signal) => readEnvironmentList(services, signal),
    tenantCapacity: (signal) => readTenantCapacity(powerPlatform, signal),
    currencies: (signal) => readCurrencies(powerPlatform, signal),
    allocations: (signal) => readAllocations(powerPlatform, signal),
    applicationPackages: ({ id }, signal) => readApplicationPackages(powerPlatform, id, signal),
    entitlements: ({ id }, signal) => readEntitlements(powerPlatform, id, signal),
    outboundSolutions: options.outboundSolutions,
  };
}
