/** A case from a file: its facts, and the settings in force with the options laid over them. */
import { readFactsFile } from "../../../adapters/facts/factsFile";
import { settingsWith, type GivenSettings } from "../../../adapters/facts/settings";
import { InputError } from "../../../app/errors";
import { assemble, defaultSettings, type Instant, type Read, type Snapshot, type TenantFacts } from "../../../domain";
import { faults } from "../messages/offline";
import type { CaseOptions } from "../offlineCommands";

/** Of a snapshot that no run has made: the same facts give the same bytes. */
const noRun = "00000000-0000-0000-0000-000000000000";

const readAt = (read: Read<unknown> | undefined): readonly Instant[] => (read?.kind === "read" ? [read.asOf] : []);

/** Every instant at which something in the facts was read or happened. */
const instantsOf = (facts: TenantFacts): readonly Instant[] => [
  ...[facts.subscribedSkus, facts.companySubscriptions, facts.environments, facts.tenantCapacity].flatMap(readAt),
  ...[facts.seats, facts.currencies].flatMap(readAt),
  ...facts.byEnvironment.flatMap(({ packages, solutions, entitlements, allocations, channels }) =>
    [packages, solutions, entitlements, allocations, channels].flatMap(readAt),
  ),
  ...[...facts.imported, ...(facts.activity ?? []), ...(facts.workspaces ?? [])].map(({ measuredAt }) => measuredAt),
  ...(facts.interactions ?? []).map(({ at }) => at),
  ...(facts.productFigures ?? []).map((figure) => figure.readAt),
];

const newest = (instants: readonly Instant[]): Instant | undefined =>
  instants.reduce<Instant | undefined>(
    (last, instant) => (last === undefined || Date.parse(instant) > Date.parse(last) ? instant : last),
    undefined,
  );

const givenBy = ({ edition, policy }: CaseOptions): GivenSettings => ({
  ...(edition === undefined ? {} : { edition }),
  ...(policy === undefined ? {} : { policy }),
});

/**
 * The snapshot of the file's case, as of `--as-of`, else the instant that the file names, else the newest reading or
 * interaction in it. Rejects with an `InputError` that names every fault of the file.
 */
export const snapshotOf = async (options: CaseOptions): Promise<Snapshot> => {
  const { facts, settings: kept = {}, asOf: keptAsOf } = await readFactsFile(options.facts);
  const settings = settingsWith(settingsWith(defaultSettings, kept), givenBy(options));
  const asOf = options.asOf ?? keptAsOf ?? newest(instantsOf(facts));
  if (asOf === undefined) throw new InputError(options.facts, [faults.noTime]);
  return assemble(facts, settings, { id: noRun, asOf });
};
