import { describe, expect, it } from "vitest";
import {
  asOf,
  fakeTenant,
  runId,
  type EnvironmentOptions,
  type FakeTenant,
} from "../../../../test/fixtures/fakeTenant.fixture";
import { assemble, defaultSettings, type EntitlementRow, type MeterId, type Settings } from "../..";

const bound: Settings = { ...defaultSettings, bindings: [{ entitlementId: "People", meter: "interactedPeople" }] };

const report = (tenant: FakeTenant, settings: Settings = defaultSettings, meter: MeterId = "interactedPeople") => {
  const { used, coverage, status, over } = assemble(tenant.facts(), settings, { id: runId, asOf }).meters.find(
    (item) => item.meter === meter,
  )!;
  return { used, coverage, status, over };
};

const row = (consumed?: number, more: Partial<EntitlementRow> = {}): EntitlementRow => ({
  ...{ entitlementId: "People", categories: ["D365CustomerInsights"], unit: "Count" },
  ...(consumed === undefined ? {} : { consumed, measuredAt: "2026-11-21T00:00:00Z" }),
  ...more,
});

const people = (consumed: number, type: EnvironmentOptions["type"]): EnvironmentOptions => ({
  ...(type === undefined ? {} : { type }),
  entitlements: [row(consumed)],
});

describe("CI-J.interacted-people.environments", () => {
  const four = fakeTenant()
    .withSku("customerInsightsAttach")
    .withEnvironment("production", people(7_200, "production"))
    .withEnvironment("sandbox", people(1_900, "sandbox"))
    .withEnvironment("developer", people(450, "developer"))
    .withEnvironment("trial", people(450, "trial"));

  it("7,200 + 1,900 + 450 + 450 = 10,000 of 10,000: every type counts", () => {
    expect(report(four, bound)).toEqual({
      used: {
        kind: "known",
        value: 10_000,
        asOf: "2026-11-21T00:00:00Z",
        source: "powerplatform.entitlements",
        confidence: "measured",
      },
      coverage: { read: 4, total: 4, missing: [] },
      status: "critical",
      over: 0,
    });
  });

  it("is a lower bound when an environment was not read, and names it", () => {
    expect(report(four.withEnvironment("silent", { refused: "forbidden" }), bound)).toMatchObject({
      used: { kind: "known", value: 10_000 },
      coverage: { read: 4, total: 5, missing: [{ environmentId: "silent", reason: { code: "forbidden" } }] },
    });
  });
});

describe("a reading", () => {
  it("is unknown for want of a binding, of a row, or of a figure in the row", () => {
    const one = (options: EnvironmentOptions) => fakeTenant().withEnvironment("a", options);
    const unknown = (code: string) => ({ used: { kind: "unknown", reason: { code } }, status: "unknown", over: 0 });
    expect(report(one({ entitlements: [row(5)] }))).toMatchObject(unknown("notBound"));
    expect(report(one({ entitlements: [] }), bound)).toMatchObject(unknown("noReading"));
    expect(report(one({ entitlements: [row()] }), bound)).toMatchObject(unknown("noReading"));
    expect(report(one({ refused: "throttled" }), bound)).toMatchObject(unknown("throttled"));
  });

  it("comes from the import where there is no official one, the latest line of several", () => {
    const tenant = fakeTenant()
      .withEnvironment("a")
      .withImport("a", "interactedPeople", 100, "2026-10-01T00:00:00Z")
      .withImport("a", "interactedPeople", 300, "2026-11-01T00:00:00Z")
      .withImport("a", "interactedPeople", 200, "2026-10-15T00:00:00Z");
    expect(report(tenant).used).toEqual({
      kind: "known",
      value: 300,
      asOf: "2026-11-01T00:00:00Z",
      source: "import.csv",
      confidence: "imported",
    });
  });

  it("adds up the rows of one environment, parts of a unit as whole ones, as old as the oldest", () => {
    const rows = [
      row(1.2, { measuredAt: "2026-11-20T00:00:00Z" }),
      row(3, { measuredAt: "2026-11-19T00:00:00Z" }),
      row(5, { measuredAt: "2026-11-21T00:00:00Z" }),
      row(100, { entitlementId: "Others" }),
    ];
    expect(report(fakeTenant().withEnvironment("a", { entitlements: rows }), bound).used).toMatchObject({
      ...{ value: 10, asOf: "2026-11-19T00:00:00Z" },
    });
  });

  it("is as old as the reading where the row has no date, and unknown where one of the rows has no figure", () => {
    const { measuredAt: _, ...undated } = row(4);
    const one = (...rows: readonly EntitlementRow[]) =>
      report(fakeTenant().withEnvironment("a", { entitlements: rows }), bound).used;
    expect(one(undated)).toMatchObject({ value: 4, asOf });
    expect(one(undated, row())).toEqual({ kind: "unknown", reason: { code: "noReading" } });
  });

  it("is unknown where nobody asked the environment", () => {
    const facts = { ...fakeTenant().withEnvironment("a").facts(), byEnvironment: [] };
    const { meters } = assemble(facts, bound, { id: runId, asOf });
    expect(meters.find(({ meter }) => meter === "interactedPeople")?.used).toEqual({
      ...{ kind: "unknown", reason: { code: "sourceNotRead" } },
    });
  });

  it("is the official one where both exist", () => {
    const tenant = fakeTenant().withEnvironment("a", people(70, "sandbox")).withImport("a", "interactedPeople", 300);
    expect(report(tenant, bound).used).toMatchObject({ value: 70, confidence: "measured" });
  });

  it("is as old as its oldest part and as sure as its least sure", () => {
    const tenant = fakeTenant()
      .withEnvironment("a", people(70, "sandbox"))
      .withEnvironment("b")
      .withImport("b", "interactedPeople", 30, "2026-11-02T00:00:00Z");
    expect(report(tenant, bound).used).toEqual({
      kind: "known",
      value: 100,
      asOf: "2026-11-02T00:00:00Z",
      source: "import.csv",
      confidence: "imported",
    });
  });

  it("GEN.reset.monthly: of last month says nothing about this month", () => {
    const tenant = fakeTenant()
      .withEnvironment("a")
      .withImport("a", "monthlyInteractions", 5_000, "2026-10-31T23:59:59Z")
      .withImport("a", "unifiedPeople", 5_000, "2026-10-31T23:59:59Z");
    expect(report(tenant, defaultSettings, "monthlyInteractions").used.kind).toBe("unknown");
    expect(report(tenant, defaultSettings, "unifiedPeople").used).toMatchObject({ value: 5_000 });
    const current = tenant.withImport("a", "monthlyInteractions", 12, "2026-11-01T00:00:00Z");
    expect(report(current, defaultSettings, "monthlyInteractions").used).toMatchObject({ value: 12 });
  });
});

describe("an environment without Dataverse", () => {
  it("takes nothing, of no meter", () => {
    const tenant = fakeTenant().withEnvironment("a", { noDataverse: true });
    const { environments } = assemble(tenant.facts(), defaultSettings, { id: runId, asOf });
    expect(environments.map(({ usage }) => usage)).toEqual([[]]);
  });

  it("is counted for what was handed in all the same", () => {
    const tenant = fakeTenant().withEnvironment("a", { noDataverse: true }).withImport("a", "unifiedPeople", 3);
    const { environments } = assemble(tenant.facts(), defaultSettings, { id: runId, asOf });
    expect(environments.flatMap(({ usage }) => usage.map(({ meter }) => meter))).toEqual(["unifiedPeople"]);
  });

  it("has nobody to count and is not missing", () => {
    const tenant = fakeTenant().withEnvironment("a", { noDataverse: true, refused: "noDataverse" });
    expect(report(tenant)).toEqual({
      used: { kind: "known", value: 0, asOf, source: "powerplatform.environments", confidence: "measured" },
      coverage: { read: 0, total: 0, missing: [] },
      status: "none",
      over: 0,
    });
  });
});

describe("environments that were not listed", () => {
  const tenant = fakeTenant().withSku("customerInsightsAttach").without("environments", "unreachable");
  const { meters, coverage } = assemble(tenant.facts(), bound, { id: runId, asOf });
  const usedOf = (ids: readonly MeterId[]) =>
    meters.filter(({ meter }) => ids.includes(meter)).map(({ meter, used }) => [meter, used]);

  /** Counted for the tenant in one piece, or never used up: not asked of environments. */
  const apart: readonly MeterId[] = [
    ...(["throughput", "seatsDigital", "seatsVoice"] as const),
    ...(["addOnDigital", "addOnVoice", "addOnBoth"] as const),
    ...(["copilotMessages", "copilotSessions"] as const),
  ];

  it("make every use that is read by environment unknown, with the reason", () => {
    expect(coverage).toEqual({ read: 0, total: 0, missing: [] });
    const read = meters.map(({ meter }) => meter).filter((meter) => !apart.includes(meter));
    expect(read).toHaveLength(14);
    expect(usedOf(read)).toEqual(read.map((meter) => [meter, { kind: "unknown", reason: { code: "unreachable" } }]));
  });

  it("leave untold what nobody handed in, also where the list was read", () => {
    const read = assemble(fakeTenant().facts(), defaultSettings, { id: runId, asOf }).meters;
    const casesOf = (reports: typeof read) => {
      const {
        used,
        coverage: { read: some, total, missing },
      } = reports.find(({ meter }) => meter === "cases")!;
      return { used, coverage: [some, total, missing] };
    };
    expect(casesOf(read)).toEqual({
      ...{ used: { kind: "unknown", reason: { code: "noReading" } }, coverage: [0, 0, []] },
    });
    expect(casesOf(meters)).toMatchObject({ used: { reason: { code: "unreachable" } }, coverage: [0, 0, []] });
  });

  it("leave what is counted from licences known, and a rate without use", () => {
    const held = { kind: "known", value: 0, asOf, source: "graph.subscribedSkus", confidence: "measured" };
    expect(usedOf(["throughput", "addOnDigital", "addOnVoice", "addOnBoth"])).toEqual([
      ["throughput", { kind: "unknown", reason: { code: "notMetered" } }],
      ["addOnDigital", held],
      ["addOnVoice", held],
      ["addOnBoth", held],
    ]);
  });
});

describe("GEN.reset.monthly", () => {
  const usedAt = (at: string, timeZone: string) => {
    const tenant = fakeTenant().withEnvironment("a").withImport("a", "recordRoutes", 7, "2026-11-30T22:00:00Z");
    const settings = { ...defaultSettings, policy: { ...defaultSettings.policy, timeZone } };
    const { meters } = assemble(tenant.facts(), settings, { id: runId, asOf: at });
    const used = meters.find(({ meter }) => meter === "recordRoutes")?.used;
    return used?.kind === "known" ? used.value : used?.kind;
  };

  it("a reading stands until its month is over, and a month begins at the time zone's midnight", () => {
    expect(usedAt("2026-11-30T23:59:59Z", "UTC")).toBe(7);
    expect(usedAt("2026-12-01T00:00:00Z", "UTC")).toBe("unknown");
    expect(usedAt("2026-11-30T22:59:59Z", "Europe/Berlin")).toBe(7);
    expect(usedAt("2026-11-30T23:00:00Z", "Europe/Berlin")).toBe("unknown");
    expect(usedAt("2026-12-01T00:00:00Z", "America/Los_Angeles")).toBe(7);
  });
});
