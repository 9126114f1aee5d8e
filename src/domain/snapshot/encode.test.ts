import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, packageOf, runId, type FakeTenant } from "../../../test/fixtures/fakeTenant.fixture";
import { assemble, decode, defaultSettings, encode, maxPartLength, type EncodedPart, type Snapshot } from "..";

const snapshotOf = (tenant: FakeTenant): Snapshot => assemble(tenant.facts(), defaultSettings, { id: runId, asOf });

const some = snapshotOf(
  fakeTenant()
    .withSku("customerInsightsAttach", { units: { enabled: 1, warning: 1 } })
    .withSku("customerInsightsTrial", 10_000)
    .withEnvironment("a", { database: 10, file: 20, log: 30, packages: [packageOf("DynamicsMKT_AnchorSolution")] })
    .withEnvironment("b", { refused: "forbidden", type: "trial", name: "Größe 😀" })
    .withEnvironment("c", { type: "default", database: 3_500 })
    .withEnvironment("d", { noDataverse: true })
    .withImport("a", "interactedPeople", 1_200),
);

const environmentsOf = (count: number) => ({
  ...fakeTenant().facts(),
  environments: {
    ...{ kind: "read" as const, source: "powerplatform.environments" as const, asOf },
    value: Array.from({ length: count }, (_, index) => ({
      id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
      name: `Environment number ${index} with a name of usual length`,
      type: "sandbox" as const,
      region: "europe",
      ready: true,
      instanceUrl: `https://org${index}.crm4.dynamics.com`,
      storage: (["database", "file", "log"] as const).map((pool) => ({ pool, actual: index, rated: index })),
    })),
  },
});

describe("encode", () => {
  it("is undone by decode", () => {
    expect(decode(encode(some))).toEqual({ kind: "snapshot", snapshot: some });
  });

  it("takes 5,000 environments, every one of them in a finding, in 21 parts that fit", () => {
    const snapshot = assemble(environmentsOf(5_000), defaultSettings, { id: runId, asOf });
    const parts = encode(snapshot);
    expect(snapshot.findings.map(({ id, subjects }) => [id, subjects.length])).toEqual([
      ["overQuota:storageDatabase", 1],
      ["overQuota:storageFile", 1],
      ["overQuota:storageLog", 1],
      ["environmentNotRead:sourceNotRead", 5_000],
    ]);
    expect(parts.map(({ kind }) => kind)).toEqual(["core", ...Array.from({ length: 20 }, () => "environments")]);
    expect(Math.max(...parts.map(({ text }) => text.length))).toBeLessThan(maxPartLength / 4);
    expect(decode(parts)).toEqual({ kind: "snapshot", snapshot });
  });

  it("keeps the text of a page when the figures on it were read again and did not change", () => {
    const later = {
      ...some,
      id: "another run",
      environments: some.environments.map((environment) => ({
        ...environment,
        usage: environment.usage.map((usage) =>
          usage.counted.kind === "known"
            ? { ...usage, counted: { ...usage.counted, asOf: "2026-12-01T00:00:00Z" } }
            : usage,
        ),
      })),
    };
    const pages = (snapshot: Snapshot) => encode(snapshot).filter(({ kind }) => kind === "environments");
    expect(pages(later)).toEqual(pages(some));
    expect(decode(encode(later))).toEqual({ kind: "snapshot", snapshot: later });
  });

  it("keeps what is unlimited, and a missing environment that is not among those listed", () => {
    const other = {
      ...some,
      coverage: {
        ...{ read: 0, total: 2 },
        missing: ["a", "gone"].map((environmentId) => ({ environmentId, reason: { code: "forbidden" as const } })),
      },
      environments: some.environments.map((environment) => ({
        ...environment,
        usage: environment.usage.map((usage) => ({ ...usage, counted: { kind: "unlimited" as const } })),
      })),
    };
    expect(decode(encode(other))).toEqual({ kind: "snapshot", snapshot: other });
  });

  it("makes one run of neighbours that are missing for one reason, and others of a gap or another reason", () => {
    const row = (environmentId: string, code: "forbidden" | "throttled") => ({ environmentId, reason: { code } });
    const missingAs = (...missing: readonly ReturnType<typeof row>[]): unknown => {
      const [core] = encode({ ...some, coverage: { read: 0, total: 4, missing } });
      const { coverage } = JSON.parse(core?.text ?? "") as { coverage: { missing: unknown } };
      return coverage.missing;
    };
    expect(missingAs(row("a", "forbidden"), row("b", "forbidden"), row("c", "forbidden"))).toEqual([[0, 3, 0]]);
    expect(missingAs(row("a", "forbidden"), row("c", "forbidden"), row("d", "forbidden"))).toEqual([
      [0, 1, 0],
      [2, 2, 0],
    ]);
    expect(missingAs(row("a", "forbidden"), row("b", "throttled"), row("z", "throttled"))).toEqual([
      [0, 1, 0],
      [1, 1, 1],
      ["z", 1],
    ]);
  });

  it("writes a subject whose name is not the environment's in full", () => {
    const subjects = [
      { type: "environment" as const, id: "a", name: "a" },
      { type: "environment" as const, id: "c", name: "an old name" },
      { type: "environment" as const, id: "d", name: "d" },
      { type: "meter" as const, id: "a", name: "a" },
    ];
    const findings = some.findings.map((finding) => ({ ...finding, subjects }));
    expect(findings.length).toBeGreaterThan(0);
    expect(decode(encode({ ...some, findings }))).toEqual({ kind: "snapshot", snapshot: { ...some, findings } });
  });

  it.each(["", "x"])("splits a core that is too long, and no character with it, wherever the cut falls %s", (odd) => {
    const long = { ...some, tenant: { id: "t", name: `${odd}${"😀".repeat(maxPartLength)}` } };
    const parts = encode(long);
    expect(parts.filter(({ kind }) => kind === "core").length).toBeGreaterThan(2);
    expect(
      parts.filter(({ text }) => text.length > maxPartLength || /[\ud800-\udbff]$|^[\udc00-\udfff]/.test(text)),
    ).toEqual([]);
    expect(decode(parts)).toEqual({ kind: "snapshot", snapshot: long });
  });

  it("halves a page that is too long and says loudly when one environment alone is", () => {
    const named = (length: number): Snapshot => ({
      ...some,
      environments: some.environments.map((item) => ({ ...item, name: "n".repeat(length) })),
    });
    const parts = encode(named(maxPartLength / 3));
    expect(parts.map(({ kind }) => kind)).toEqual(["core", "environments", "environments"]);
    expect(decode(parts)).toEqual({ kind: "snapshot", snapshot: named(maxPartLength / 3) });
    expect(() => encode(named(maxPartLength))).toThrow(/Environment a takes \d+ characters/);
  });
});

describe("decode", () => {
  const parts = encode(some);
  const core = parts[0]!;
  const page = parts[1]!;

  /** The parts with the core's JSON changed. */
  const withCore = (change: (core: Record<string, unknown>) => object): readonly EncodedPart[] => [
    { kind: "core", text: JSON.stringify(change(JSON.parse(core.text) as Record<string, unknown>)) },
    page,
  ];

  it.each([
    ["newer", 3],
    ["older", 1],
  ] as const)("refuses a %s snapshot in words, whatever else is in it", (code, schemaVersion) => {
    expect(decode(withCore(() => ({ schemaVersion })))).toEqual({
      kind: "refused",
      code,
      detail: `Version ${schemaVersion}; this reader knows 2.`,
    });
  });

  it.each<[string, readonly EncodedPart[]]>([
    ["nothing", []],
    ["half a core", [{ kind: "core", text: core.text.slice(0, 500) }, page]],
    ["text that is no JSON", [{ kind: "core", text: "<html>" }, page]],
    ["a core without version", withCore(() => ({}))],
    ["a core that is no object", [{ kind: "core", text: "null" }, page]],
    ["a page too few", [core]],
    ["a page too many", [core, page, page]],
    ["half a page", [core, { kind: "environments", text: page.text.slice(0, -5) }]],
    ["a page of another shape", [core, { kind: "environments", text: "{}" }]],
    ["a meter that nobody knows", withCore((json) => ({ ...json, meters: [{ meter: "coffee" }] }))],
    ["text where a number belongs", withCore((json) => ({ ...json, coverage: { read: "1", total: 1, missing: [] } }))],
    [
      "a reason that is not there",
      withCore((json) => ({ ...json, coverage: { read: 0, total: 1, missing: [[0, 1, 99]] } })),
    ],
    ["a run past the end", withCore((json) => ({ ...json, coverage: { read: 0, total: 1, missing: [[0, 1e9, 0]] } }))],
    ["environments missing from the pages", withCore((json) => ({ ...json, environments: 5 }))],
    ["an inherited name as a status", withCore((json) => ({ ...json, edition: "toString" }))],
  ])("refuses %s as broken", (_name, broken) => {
    expect(decode(broken)).toMatchObject({ kind: "refused", code: "broken" });
  });

  it("does not call a fault of another kind a broken snapshot", () => {
    const unreadable: EncodedPart = {
      kind: "core",
      get text(): string {
        throw new TypeError("no text");
      },
    };
    expect(() => decode([unreadable])).toThrow(TypeError);
  });

  it("refuses a core that lacks any one of its fields", () => {
    const fields = Object.keys(JSON.parse(core.text) as object).filter((field) => field !== "schemaVersion");
    const accepted = fields.filter(
      (field) =>
        decode(withCore((json) => Object.fromEntries(Object.entries(json).filter(([name]) => name !== field)))).kind ===
        "snapshot",
    );
    expect(fields.length).toBeGreaterThan(12);
    expect(accepted).toEqual([]);
  });
});
