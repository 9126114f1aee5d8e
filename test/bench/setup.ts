/** What a benchmark is asked to do, and what the tenant's process tells of itself. */

export interface BenchmarkSetup {
  readonly environments: number;
  readonly latencyMs: number;
  readonly throttledShare: number;
  readonly sample: number;
  readonly rounds: number;
}

export interface TenantAddress {
  readonly base: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly homeHost: string;
  readonly environments: readonly { readonly id: string; readonly host?: string; readonly ready: boolean }[];
}

/** Counts of `GET /.simulator/requests`. */
export interface Tally {
  readonly total: number;
  readonly requests: Readonly<Record<string, number>>;
  readonly statuses: Readonly<Record<string, number>>;
  readonly highestConcurrency: Readonly<Record<string, number>>;
}

export const retryAfterSeconds = 1;
