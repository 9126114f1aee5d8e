/** What every endpoint of a started tenant works with. */
import type { Authorise, Knobs, ProfileEnvironment, TenantProfile } from "./contracts";

export interface TenantContext {
  readonly profile: TenantProfile;
  readonly knobs: Knobs;
  readonly authorise: Authorise;
  /** Whether an app was registered for administration (apis.md 3.4, step 2). */
  readonly isManagementApp: (clientId: string) => boolean;
  readonly environment: (id: string) => ProfileEnvironment | undefined;
  readonly now: () => Date;
  /** A new identifier for a request or a trace. */
  readonly requestId: () => string;
}

/** Rows a page may hold: the service's own size unless the knob asks for less. */
export const pageSizeOf = (knobs: Knobs, own: number): number => Math.min(own, knobs.pageSize ?? own);
