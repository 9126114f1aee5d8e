/** What each source gave: in full, in part, or not, and how old its figures are. */
import type { Instant, Read, Reason, SourceId } from "../measured";
import type { Interaction } from "../snapshot/activity";
import type { Currency, Environment, EnvironmentFacts, TenantFacts } from "../snapshot/facts";
import type { SourceReport } from "../snapshot/snapshot";
import { compareText } from "./order";
import { detailSources } from "./used/environments";

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

const stateOf = (read: number, total: number): SourceReport["state"] => {
  if (read === total) return "read";
  return read === 0 ? "notRead" : "partial";
};

/** An answer that lacks a part is one of two. */
const parts = (lacking: Reason | undefined): Pick<SourceReport, "state" | "read" | "total" | "reason"> =>
  lacking === undefined
    ? { state: "read", read: 1, total: 1 }
    : { state: "partial", read: 1, total: 2, reason: lacking };

/** `figures`: when the answer's own figures were measured, when they say so. */
const ofRead = <T>(read: Read<T>, source: SourceId, figures: (value: T) => Instant | undefined): SourceReport =>
  read.kind === "read"
    ? { source, ...parts(read.lacking), asOf: figures(read.value) ?? read.asOf }
    : { source, state: "notRead", read: 0, total: 1, reason: read.reason };

/** The newest storage date: an environment that is switched off keeps its old one for ever. */
const storageDate = (environments: readonly Environment[]): Instant | undefined =>
  newest(environments.flatMap(({ storage }) => storage.flatMap(({ updatedAt }) => updatedAt ?? [])));

const detailIds = {
  packages: "powerplatform.applicationPackages",
  solutions: "dataverse.solutions",
  entitlements: "powerplatform.entitlements",
  allocations: "powerplatform.allocations",
} as const satisfies Record<(typeof detailSources)[number] | "allocations", SourceId>;

type Detail = keyof typeof detailIds;

interface Asked {
  readonly environments: readonly Environment[];
  readonly factsOf: (environmentId: string) => EnvironmentFacts | undefined;
}

/** A source that is asked of each environment with Dataverse. */
const ofDetail = (detail: Detail, { environments, factsOf }: Asked): SourceReport => {
  const asked = environments.filter(({ instanceUrl }) => instanceUrl !== undefined);
  const answers = asked.map(({ id }) => factsOf(id)?.[detail]);
  const dates = answers.flatMap((answer) => (answer?.kind === "read" ? [answer.asOf] : []));
  const refusal = answers.find((answer) => answer?.kind !== "read");
  const reason = refusal?.kind === "notRead" ? refusal.reason : { code: "sourceNotRead" as const };
  const [read, total] = [dates.length, asked.length];
  return {
    source: detailIds[detail],
    state: stateOf(read, total),
    read,
    total,
    ...dated(oldest(dates)),
    ...(read === total ? {} : { reason }),
  };
};

/** Something that somebody handed in about an environment. */
interface HandedIn {
  readonly environmentId: string;
  readonly measuredAt: Instant;
}

/** Without the list of environments nobody can say which of them are there. */
const strangersReason = (strangers: readonly string[], { environments }: TenantFacts): Reason => {
  if (environments.kind === "notRead") return environments.reason;
  const more = strangers.length > 5 ? ", …" : "";
  return { code: "notFound", detail: `No such environment: ${strangers.slice(0, 5).join(", ")}${more}` };
};

/** Rows about an environment that the tenant does not have are not used, and told. */
const ofHandedIn = (source: SourceId, rows: readonly HandedIn[], facts: TenantFacts, asked: Asked): SourceReport => {
  const ids = new Set(asked.environments.map(({ id }) => id));
  const used = rows.filter(({ environmentId }) => ids.has(environmentId));
  const unlisted = rows.map(({ environmentId }) => environmentId).filter((id) => !ids.has(id));
  const strangers = [...new Set(unlisted)].sort(compareText);
  const [read, total] = [used.length, rows.length];
  return {
    ...{ source, state: stateOf(read, total), read, total },
    ...dated(oldest(used.map(({ measuredAt }) => measuredAt))),
    ...(strangers.length === 0 ? {} : { reason: strangersReason(strangers, facts) }),
  };
};

/** Each environment of the log once; a log reaches as far as its newest entry. */
const logged = (interactions: readonly Interaction[]): readonly HandedIn[] => {
  const measuredAt = newest(interactions.map(({ at }) => at));
  if (measuredAt === undefined) return [];
  return [...new Set(interactions.map(({ environmentId }) => environmentId))].map((environmentId) => ({
    environmentId,
    measuredAt,
  }));
};

const ofActivity = (facts: TenantFacts, asked: Asked): readonly SourceReport[] => {
  const { activity, interactions } = facts;
  if (activity === undefined && interactions === undefined) return [];
  const rows = [...(activity ?? []), ...logged(interactions ?? [])];
  return [ofHandedIn("activity", rows, facts, asked)];
};

const unlisted = (detail: Detail, reason: Reason): SourceReport => ({
  ...{ source: detailIds[detail], state: "notRead", read: 0, total: 0, reason },
});

const ofEach = (detail: Detail, { environments }: TenantFacts, asked: Asked): SourceReport =>
  environments.kind === "read" ? ofDetail(detail, asked) : unlisted(detail, environments.reason);

const currenciesDate = (currencies: readonly Currency[]): Instant | undefined =>
  oldest(currencies.flatMap(({ measuredAt }) => measuredAt ?? []));

/** Sources that not every tenant has or hands in: no report where there is no such part. */
const optionalReports = (facts: TenantFacts, asked: Asked): readonly SourceReport[] => {
  const { seats, currencies, workspaces, byEnvironment } = facts;
  const allocated = byEnvironment.some(({ allocations }) => allocations !== undefined);
  return [
    ...(seats === undefined ? [] : [ofRead(seats, "graph.users", () => undefined)]),
    ...(currencies === undefined ? [] : [ofRead(currencies, "powerplatform.currencies", currenciesDate)]),
    ...(allocated ? [ofEach("allocations", facts, asked)] : []),
    ...ofActivity(facts, asked),
    ...(workspaces === undefined ? [] : [ofHandedIn("workspaces", workspaces, facts, asked)]),
  ];
};

/** Reports of all sources. `asOf` is the age of the figures, of the oldest part where there are several. */
export const sourceReports = (facts: TenantFacts, asked: Asked): readonly SourceReport[] => [
  ofRead(facts.subscribedSkus, "graph.subscribedSkus", () => undefined),
  ofRead(facts.companySubscriptions, "graph.subscriptions", () => undefined),
  ofRead(facts.environments, "powerplatform.environments", storageDate),
  ofRead(facts.tenantCapacity, "powerplatform.tenantCapacity", ({ pools }) =>
    oldest(pools.flatMap(({ measuredAt }) => measuredAt ?? [])),
  ),
  ...detailSources.map((detail) => ofEach(detail, facts, asked)),
  ...optionalReports(facts, asked),
  ofHandedIn("import.csv", facts.imported, facts, asked),
];
