/** One report an environment: what it takes of each meter that concerns it. */
import { meters, type Meter } from "../catalog/meters";
import { storageMeters } from "../catalog/storage";
import type { Instant } from "../measured";
import type { Environment } from "../snapshot/facts";
import type { EnvironmentReport, EnvironmentUsage } from "../snapshot/snapshot";
import { concerns, readingOf, type ReadingContext } from "./consume";
import { installUsage } from "./installs";
import { storageUsage } from "./storage";

const groupsRead: readonly Meter["group"][] = ["people", "contactCenter"];

const readings = (environment: Environment, context: ReadingContext): readonly EnvironmentUsage[] =>
  meters
    .filter((meter) => groupsRead.includes(meter.group) && concerns(meter, environment, context))
    .map((meter) => ({ meter: meter.id, counted: readingOf(meter, environment, context) }));

const installs = (environment: Environment, context: ReadingContext): readonly EnvironmentUsage[] =>
  environment.instanceUrl === undefined ? [] : installUsage(environment, context.factsOf(environment.id));

/** `readAt`: when the list of environments, and the storage in it, was read. */
export const environmentReport = (
  environment: Environment,
  context: ReadingContext,
  readAt: Instant,
): EnvironmentReport => ({
  id: environment.id,
  name: environment.name,
  type: environment.type,
  region: environment.region,
  usage: [
    ...readings(environment, context),
    ...storageMeters.flatMap((meter) => storageUsage(meter, environment, readAt) ?? []),
    ...installs(environment, context),
  ],
});
