/** One report an environment: what it takes of each meter that concerns it. */
import { meters, type Meter, type MeterId } from "../../catalog/meters";
import { storageMeters } from "../../catalog/storage";
import type { Instant } from "../../measured";
import type { Environment } from "../../snapshot/facts";
import type { EnvironmentReport, EnvironmentUsage } from "../../snapshot/snapshot";
import { concerns, readingOf, type ReadingContext } from "./consume";
import { environmentCountings, holdingCountings, tenantCountings } from "./counting";
import { installUsage } from "./installs";
import { storageUsage } from "../storage/storage";

const groupsRead: readonly Meter["group"][] = ["people", "contactCenter", "casesAndMessages"];

/** A rate is not used up, and what is counted for the tenant in one piece has no environments. */
const isRead = ({ id, group, nature }: Meter): boolean =>
  groupsRead.includes(group) &&
  nature !== "rate" &&
  tenantCountings[id] === undefined &&
  holdingCountings[id] === undefined;

const metersRead: readonly Meter[] = meters.filter(isRead);

const readings = (environment: Environment, context: ReadingContext): readonly EnvironmentUsage[] =>
  metersRead
    .filter((meter) => concerns(meter, environment, context))
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

/** Meters of which nothing was handed in, where only what is handed in counts. */
export const isUntold = (meter: MeterId, context: ReadingContext): boolean =>
  environmentCountings[meter]?.closed === true && context.countOf(meter) === undefined;
