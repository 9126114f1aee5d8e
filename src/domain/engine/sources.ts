/** What each source gave: in full, in part, or not, and how old its figures are. */
import type { Instant, Read, SourceId } from "../measured";
import type { Environment, EnvironmentFacts, TenantFacts } from "../snapshot/facts";
import type { SourceReport } from "../snapshot/snapshot";
import { detailSources } from "./environments";

const oldest = (instants: readonly Instant[]): Instant | undefined =>
  instants.reduce<Instant | undefined>(
    (first, instant) => (first === undefined || Date.parse(instant) < Date.parse(first) ? instant : first),
    undefined,
  );

const newest = (instants: readonly Instant[]): Instant | undefined =>
  instants.reduce<Instant | undefined>(
    (last, instant) => (last === undefined || Date.parse(instant) > Date.parse(last) ? instant : last),
    undefined,
  );

const dated = (asOf: Instant | undefined): { readonly asOf?: Instant } => (asOf === undefined ? {} : { asOf });

/** `figures`: when the answer's own figures were measured, when they say so. */
const ofRead = <T>(read: Read<T>, source: SourceId, figures: (value: T) => Instant | undefined): SourceReport =>
  read.kind === "read"
    ? { source, state: "read", read: 1, total: 1, asOf: figures(read.value) ?? read.asOf }
    : { source, state: "notRead", read: 0, total: 1, reason: read.reason };

/** The newest storage date: an environment that is switched off keeps its old one for ever. */
const storageDate = (environments: readonly Environment[]): Instant | undefined =>
  newest(environments.flatMap(({ storage }) => storage.flatMap(({ updatedAt }) => updatedAt ?? [])));

const detailIds = {
  packages: "powerplatform.applicationPackages",
  solutions: "dataverse.solutions",
  entitlements: "powerplatform.entitlements",
} as const satisfies Record<(typeof detailSources)[number], SourceId>;

interface Asked {
  readonly environments: readonly Environment[];
  readonly factsOf: (environmentId: string) => EnvironmentFacts | undefined;
}

/** A source that is asked of each environment with Dataverse. */
const ofDetail = (detail: (typeof detailSources)[number], { environments, factsOf }: Asked): SourceReport => {
  const asked = environments.filter(({ instanceUrl }) => instanceUrl !== undefined);
  const answers = asked.map(({ id }) => factsOf(id)?.[detail]);
  const dates = answers.flatMap((answer) => (answer?.kind === "read" ? [answer.asOf] : []));
  const refusal = answers.find((answer) => answer?.kind !== "read");
  const reason = refusal?.kind === "notRead" ? refusal.reason : { code: "sourceNotRead" as const };
  const [read, total] = [dates.length, asked.length];
  const state = read === total ? "read" : read === 0 ? "notRead" : "partial";
  return {
    source: detailIds[detail],
    state,
    read,
    total,
    ...dated(oldest(dates)),
    ...(read === total ? {} : { reason }),
  };
};

/** Imported lines; those of an environment that the tenant does not have are not used, and told. */
const ofImport = (facts: TenantFacts, environments: readonly Environment[]): SourceReport => {
  const ids = new Set(environments.map(({ id }) => id));
  const used = facts.imported.filter(({ environmentId }) => ids.has(environmentId));
  const strangers = [...new Set(facts.imported.map(({ environmentId }) => environmentId).filter((id) => !ids.has(id)))];
  const [read, total] = [used.length, facts.imported.length];
  const state = read === total ? "read" : read === 0 ? "notRead" : "partial";
  const detail = `No such environment: ${strangers.slice(0, 5).join(", ")}${strangers.length > 5 ? ", …" : ""}`;
  return {
    ...{ source: "import.csv", state, read, total },
    ...dated(oldest(used.map(({ measuredAt }) => measuredAt))),
    ...(strangers.length === 0 ? {} : { reason: { code: "notFound", detail } }),
  };
};

const detailReports = (facts: TenantFacts, asked: Asked): readonly SourceReport[] => {
  const { environments } = facts;
  if (environments.kind === "read") return detailSources.map((detail) => ofDetail(detail, asked));
  const { reason } = environments;
  return detailSources.map((detail) => ({ source: detailIds[detail], state: "notRead", read: 0, total: 0, reason }));
};

/** Reports of all sources. `asOf` is the age of the figures, of the oldest part where there are several. */
export const sourceReports = (facts: TenantFacts, asked: Asked): readonly SourceReport[] => [
  ofRead(facts.subscribedSkus, "graph.subscribedSkus", () => undefined),
  ofRead(facts.companySubscriptions, "graph.subscriptions", () => undefined),
  ofRead(facts.environments, "powerplatform.environments", storageDate),
  ofRead(facts.tenantCapacity, "powerplatform.tenantCapacity", ({ pools }) =>
    oldest(pools.flatMap(({ measuredAt }) => measuredAt ?? [])),
  ),
  ...detailReports(facts, asked),
  ofImport(facts, asked.environments),
];
