import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, guid, type FakeTenant } from "../../../test/fixtures/fakeTenant.fixture";
import type { EnvironmentFacts, Interaction, PeopleActivity, Read, SourceId, TenantFacts, Workspace } from "..";
import { environmentsOf } from "./used/environments";
import { sourceReports } from "./sources";

const reports = (facts: TenantFacts) =>
  sourceReports(facts, {
    environments: environmentsOf(facts),
    factsOf: (id) => facts.byEnvironment.find(({ environmentId }) => environmentId === id),
  });

const report = (facts: TenantFacts, source: SourceId) => reports(facts).find((item) => item.source === source);

const read = <T>(source: SourceId, value: T): Read<T> => ({ kind: "read", source, asOf, value });
const refused = (source: SourceId): Read<never> => ({ kind: "notRead", source, reason: { code: "forbidden" } });

const two = fakeTenant().withEnvironment("a").withEnvironment("b");

const always: readonly SourceId[] = [
  "graph.subscribedSkus",
  "graph.subscriptions",
  "powerplatform.environments",
  "powerplatform.tenantCapacity",
  "powerplatform.applicationPackages",
  "dataverse.solutions",
  "powerplatform.entitlements",
  "import.csv",
];

describe("sources that every tenant has", () => {
  it("are told in one order, and the others only when they are there", () => {
    expect(reports(two.facts()).map(({ source }) => source)).toEqual(always);
  });

  it("are read, with the age of the answer or of its own figures", () => {
    expect(report(two.facts(), "graph.subscribedSkus")).toEqual({
      ...{ source: "graph.subscribedSkus", state: "read", read: 1, total: 1, asOf },
    });
    expect(report(two.facts(), "graph.subscriptions")).toMatchObject({ state: "read", asOf });
    const row = { pool: "log" as const, total: 1, actual: 0, rated: 0, status: "Available" };
    const pools = ["2026-11-21T00:00:00Z", "2026-11-20T00:00:00Z"].map((measuredAt) => ({ ...row, measuredAt }));
    const withPools = (some: typeof pools) =>
      report(two.withCapacity({ pools: some }).facts(), "powerplatform.tenantCapacity");
    expect(withPools(pools)?.asOf).toBe("2026-11-20T00:00:00Z");
    expect(withPools([...pools].reverse())?.asOf).toBe("2026-11-20T00:00:00Z");
    expect(withPools([])?.asOf).toBe(asOf);
  });

  it("are not read, with the reason", () => {
    const facts = two.without("subscribedSkus", "forbidden").facts();
    expect(report(facts, "graph.subscribedSkus")).toEqual({
      ...{ source: "graph.subscribedSkus", state: "notRead", read: 0, total: 1, reason: { code: "forbidden" } },
    });
  });

  it("are read in part where a part of the answer is missing, with the reason", () => {
    const facts = two.facts();
    const reason = { code: "forbidden", detail: "Listed by another service." } as const;
    const environments = { ...read("powerplatform.environments", environmentsOf(facts)), lacking: reason };
    expect(report({ ...facts, environments }, "powerplatform.environments")).toEqual({
      ...{ source: "powerplatform.environments", state: "partial", read: 1, total: 2, asOf, reason },
    });
  });

  it("take the newest storage date, as an environment that is off keeps its old one", () => {
    const facts = two.facts();
    const dates = ["2026-11-01T00:00:00Z", "2026-11-19T00:00:00Z", "2026-10-01T00:00:00Z"];
    const value = dates.map((updatedAt, index) => ({
      ...{ id: `e${index}`, name: "", type: "production" as const, region: "", ready: true },
      storage: [{ pool: "log" as const, actual: 1, rated: 1, updatedAt }],
    }));
    const listed = { ...facts, environments: read("powerplatform.environments", value) };
    expect(report(listed, "powerplatform.environments")?.asOf).toBe("2026-11-19T00:00:00Z");
    expect(report(facts, "powerplatform.environments")?.asOf).toBe(asOf);
  });
});

describe("a source that is asked of each environment", () => {
  const partly = two.withEnvironment("c", { refused: "throttled" }).withEnvironment("d", { noDataverse: true });

  it("is partial, with the first reason, where one did not answer", () => {
    expect(report(partly.facts(), "dataverse.solutions")).toEqual({
      ...{ source: "dataverse.solutions", state: "partial", read: 2, total: 3, asOf, reason: { code: "throttled" } },
    });
  });

  it("is as old as its oldest answer", () => {
    const facts = two.facts();
    const byEnvironment = facts.byEnvironment.map((item, index) =>
      index === 0 ? item : { ...item, solutions: { ...read("dataverse.solutions", []), asOf: "2026-11-02T00:00:00Z" } },
    );
    expect(report({ ...facts, byEnvironment }, "dataverse.solutions")?.asOf).toBe("2026-11-02T00:00:00Z");
    expect(report({ ...facts, byEnvironment: [] }, "dataverse.solutions")).toEqual({
      ...{ source: "dataverse.solutions", state: "notRead", read: 0, total: 2, reason: { code: "sourceNotRead" } },
    });
  });

  it("is not read where the environments were not listed", () => {
    const facts = two.without("environments", "unreachable").facts();
    expect(report(facts, "powerplatform.applicationPackages")).toEqual({
      ...{ source: "powerplatform.applicationPackages", state: "notRead", read: 0, total: 0 },
      reason: { code: "unreachable" },
    });
  });

  it("is read in full where there is nobody to ask", () => {
    expect(report(fakeTenant().facts(), "dataverse.solutions")).toMatchObject({ state: "read", read: 0, total: 0 });
  });
});

describe("sources that some tenants have", () => {
  const facts = two.facts();

  it("seats", () => {
    const seats = read("graph.users", [{ userId: guid(1), skuId: guid(2) }]);
    expect(report({ ...facts, seats }, "graph.users")).toEqual({
      ...{ source: "graph.users", state: "read", read: 1, total: 1, asOf },
    });
    expect(report({ ...facts, seats: refused("graph.users") }, "graph.users")).toMatchObject({ state: "notRead" });
  });

  it("currencies, as old as the oldest figure", () => {
    const currency = { type: "MCSMessages", purchased: 1, allocated: 0 };
    const dated = [
      { ...currency, measuredAt: "2026-11-21T00:00:00Z" },
      { ...currency, measuredAt: "2026-11-11T00:00:00Z" },
    ];
    const asked = (value: readonly (typeof currency)[]) =>
      report({ ...facts, currencies: read("powerplatform.currencies", value) }, "powerplatform.currencies");
    expect(asked(dated)?.asOf).toBe("2026-11-11T00:00:00Z");
    expect(asked([currency])?.asOf).toBe(asOf);
  });

  it("allocations, where any environment was asked", () => {
    const [first, ...others] = facts.byEnvironment;
    const allocations: EnvironmentFacts["allocations"] = read("powerplatform.allocations", []);
    const byEnvironment = [...(first === undefined ? [] : [{ ...first, allocations }]), ...others];
    expect(report({ ...facts, byEnvironment }, "powerplatform.allocations")).toEqual({
      ...{ source: "powerplatform.allocations", state: "partial", read: 1, total: 2, asOf },
      reason: { code: "sourceNotRead" },
    });
    const unlisted = { ...facts, byEnvironment, environments: refused("powerplatform.environments") };
    expect(report(unlisted, "powerplatform.allocations")).toMatchObject({
      state: "notRead",
      reason: { code: "forbidden" },
    });
  });

  const workspace = (environmentId: string, measuredAt: string): Workspace => ({
    ...{ id: "w", name: "w", environmentId, sample: false, readableCases: [], measuredAt },
  });

  it("workspaces, with those of environments that are not there", () => {
    const workspaces = [
      workspace("a", "2026-11-20T00:00:00Z"),
      workspace("x", "2026-01-01T00:00:00Z"),
      workspace("b", "2026-11-18T00:00:00Z"),
    ];
    expect(report({ ...facts, workspaces }, "workspaces")).toEqual({
      ...{ source: "workspaces", state: "partial", read: 2, total: 3, asOf: "2026-11-18T00:00:00Z" },
      reason: { code: "notFound", detail: "No such environment: x" },
    });
    expect(report({ ...facts, workspaces: [] }, "workspaces")).toEqual({
      source: "workspaces",
      state: "read",
      read: 0,
      total: 0,
    });
  });

  const activity = (environmentId: string, measuredAt: string): PeopleActivity => ({
    ...{ environmentId, measuredAt, lastTouch: [], arrivals: [], messages: [] },
  });
  const interaction = (environmentId: string, at: string): Interaction => ({
    ...{ environmentId, at, table: "contact", recordId: "1", channel: "email", direction: "outbound" },
  });

  it("activity, counted", () => {
    expect(report({ ...facts, activity: [activity("a", "2026-11-19T00:00:00Z")] }, "activity")).toEqual({
      ...{ source: "activity", state: "read", read: 1, total: 1, asOf: "2026-11-19T00:00:00Z" },
    });
  });

  it("activity, as the log: each environment once, as far as the log reaches", () => {
    const interactions = [
      interaction("a", "2026-11-01T00:00:00Z"),
      interaction("b", "2026-11-09T00:00:00Z"),
      interaction("a", "2026-11-02T00:00:00Z"),
    ];
    expect(report({ ...facts, interactions }, "activity")).toEqual({
      ...{ source: "activity", state: "read", read: 2, total: 2, asOf: "2026-11-09T00:00:00Z" },
    });
    const both = {
      ...facts,
      interactions: interactions.slice(0, 1),
      activity: [activity("b", "2026-11-05T00:00:00Z")],
    };
    expect(report(both, "activity")).toMatchObject({ read: 2, asOf: "2026-11-01T00:00:00Z" });
    expect(report({ ...facts, interactions: [] }, "activity")).toEqual({
      source: "activity",
      state: "read",
      read: 0,
      total: 0,
    });
  });

  it("stand before the import, in one order", () => {
    const all = {
      ...{ ...facts, seats: read("graph.users", []), currencies: read("powerplatform.currencies", []) },
      ...{ activity: [], workspaces: [] },
      byEnvironment: facts.byEnvironment.map((item) => ({
        ...item,
        allocations: read("powerplatform.allocations", []),
      })),
    };
    const optional = ["graph.users", "powerplatform.currencies", "powerplatform.allocations", "activity", "workspaces"];
    expect(reports(all).map(({ source }) => source)).toEqual([...always.slice(0, -1), ...optional, "import.csv"]);
  });
});

describe("readings that were handed in", () => {
  const handedIn = (tenant: FakeTenant, ids: readonly string[]) =>
    ids.reduce((world, id) => world.withImport(id, "unifiedPeople", 1, "2026-11-03T00:00:00Z"), tenant).facts();

  it("are read in full, also when there are none", () => {
    expect(report(handedIn(two, ["a", "b"]), "import.csv")).toMatchObject({ state: "read", read: 2, total: 2 });
    expect(report(two.facts(), "import.csv")).toEqual({ source: "import.csv", state: "read", read: 0, total: 0 });
  });

  it("of environments that are not there are told, five by name", () => {
    const detail = (ids: readonly string[]) => report(handedIn(two, ids), "import.csv")?.reason?.detail;
    expect(detail(["1", "1", "2", "3", "4", "5"])).toBe("No such environment: 1, 2, 3, 4, 5");
    expect(detail(["1", "2", "3", "4", "5", "6"])).toBe("No such environment: 1, 2, 3, 4, 5, …");
    expect(report(handedIn(two, ["x"]), "import.csv")).toEqual({
      ...{ source: "import.csv", state: "notRead", read: 0, total: 1 },
      reason: { code: "notFound", detail: "No such environment: x" },
    });
  });

  it("blame the list of environments where that was not read", () => {
    const facts = handedIn(two.without("environments", "unreachable"), ["a"]);
    expect(report(facts, "import.csv")).toMatchObject({ state: "notRead", reason: { code: "unreachable" } });
  });
});
