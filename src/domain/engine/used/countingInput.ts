/** What it takes to count a meter from what was handed in. */
import type { Instant, Measured } from "../../measured";
import type { Settings } from "../../settings";
import type { TenantFacts } from "../../snapshot/facts";

export interface CountingInput {
  readonly facts: TenantFacts;
  readonly settings: Settings;
  readonly asOf: Instant;
}

/** Gives the figure of an environment, or `undefined` where nothing was handed in for it. */
export type CountEnvironment = (environmentId: string) => Measured | undefined;

export interface EnvironmentCounting {
  /** Environments that were not handed in cannot use the meter; otherwise their use is unknown. */
  readonly closed: boolean;
  /** `undefined` when nothing at all was handed in. */
  readonly count: (input: CountingInput) => CountEnvironment | undefined;
}
