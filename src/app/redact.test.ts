import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, guid, packageOf, runId } from "../../test/fixtures/fakeTenant.fixture";
import { assemble, defaultSettings, type MeterReport, type Settings, type Snapshot, type TenantFacts } from "../domain";
import { redact } from "./redact";

const hashWith = (key: string) => (text: string) => createHmac("sha256", key).update(text).digest("hex");

const findingIds: ReadonlySet<string> = new Set();
const person = "99999999-0000-4000-8000-00000000000a";

const lacking = (name: string) => ({ lacking: { code: "forbidden" as const, detail: `${name} must register it.` } });

const factsWith = (name: string): TenantFacts => {
  const base = fakeTenant()
    .withSku("customerInsightsAttach", 3)
    .withSku("contactCenterVoice", 40)
    .withSku(["12345678-0000-4000-8000-000000000001", "DYN365_MARKETING_NEW"], 2)
    .withEnvironment(guid(501), {
      ...{ name, database: 90_000, file: 4_000, log: 9_000 },
      packages: [
        packageOf("DynamicsMKT_AnchorSolution"),
        { uniqueName: `${name}_core`, name: `${name} Core`, state: "InstallFailed", lastError: `${name} said no` },
      ],
      solutions: [{ uniqueName: `${name}_solution`, version: "1.0" }],
      entitlements: [
        { entitlementId: `${name}People`, categories: ["D365CustomerInsights"], unit: "people", consumed: 7_200 },
      ],
    })
    .withEnvironment(guid(502), { name: `${name} Test`, type: "sandbox", refused: "forbidden" })
    .withImport(guid(501), "interactedPeople", 7_200)
    .facts();
  return {
    ...base,
    tenant: { id: guid(500), name },
    environments: { ...base.environments, ...lacking(name) },
    tenantCapacity: {
      ...{ kind: "notRead", source: "powerplatform.tenantCapacity" },
      reason: { code: "forbidden", detail: `${name} must consent.` },
    },
    seats: { kind: "read", source: "graph.users", asOf, value: [{ userId: person, skuId: guid(7) }] },
    interactions: [
      {
        ...{ environmentId: guid(501), table: "contact", recordId: person, at: asOf, channel: `${name}-fax` },
        direction: "outbound",
      },
      {
        ...{ environmentId: guid(501), table: `${name.toLowerCase()}_lead`, recordId: person, at: asOf },
        ...{ channel: "email", direction: "outbound" },
      },
    ],
    workspaces: [
      { id: `${name}-ws`, name, environmentId: guid(501), sample: false, readableCases: [], measuredAt: asOf },
    ],
    agents: [{ userId: person, channels: ["voice"] }],
    sharedAccounts: [{ id: `${name}-bot`, name, kind: "bot", people: 9, licences: 1 }],
    tableUses: [{ environmentId: guid(501), app: name, table: "incident", operations: ["create"], licensed: false }],
  };
};

const settingsWith = (name: string): Settings => ({
  ...defaultSettings,
  bindings: [{ entitlementId: `${name}People`, meter: "unifiedPeople" }],
  overrides: [
    { kind: "packSize", product: "copilotStudio", meter: "copilotMessages", amount: 20_000, by: name, at: asOf },
  ],
  acknowledgements: [
    { findingId: "overQuota:storageDatabase", reason: `${name} ordered more`, until: "2027-01-01", by: name, at: asOf },
    {
      ...{ findingId: "unknownSku:12345678-0000-4000-8000-000000000001", reason: name, until: "2027-01-01" },
      ...{ by: name, at: asOf },
    },
    { findingId: `multiplexing:${name}-bot`, reason: name, until: "2027-01-01", by: name, at: asOf },
    {
      findingId: `failedInstallHoldsSlot:${guid(501)}:installJourneys`,
      reason: name,
      until: "2027-01-01",
      by: name,
      at: asOf,
    },
  ],
});

const idsOf = ({ acknowledgements }: Settings) => new Set(acknowledgements.map(({ findingId }) => findingId));

const snapshotOf = (facts: TenantFacts, settings: Settings): Snapshot => assemble(facts, settings, { id: runId, asOf });

/** A meter without the ids of environments and the names of own channels, which differ by intention. */
const figures = ({ coverage, breakdown, ...meter }: MeterReport) => ({
  ...meter,
  breakdown: { ...breakdown, channels: breakdown?.channels?.map(({ interactions }) => interactions) },
  coverage: { ...coverage, missing: coverage.missing.map(({ reason }) => reason.code) },
});

const findingsOf = ({ findings }: Snapshot) =>
  findings
    .map(({ kind, severity, rule, subjects, facts, acknowledged }) =>
      JSON.stringify([
        ...[kind, severity, rule, subjects.length, acknowledged?.until],
        Object.values(facts).filter((value) => typeof value === "number"),
      ]),
    )
    .sort();

const companyNames = fc.stringMatching(/^[A-Z][a-z]{9,14}Qx$/);

describe("redact", () => {
  it("leaves nothing of the names and ids, and everything that is reckoned with", () => {
    fc.assert(
      fc.property(companyNames, fc.string({ minLength: 8 }), (name, key) => {
        const [facts, settings] = [factsWith(name), settingsWith(name)];
        const other = redact({ facts, settings }, { hash: hashWith(key), findingIds: idsOf(settings) });
        const text = JSON.stringify(other).toLowerCase();
        for (const original of [name, guid(500), guid(501), guid(502), guid(1000), guid(1001), person]) {
          expect(text).not.toContain(original.toLowerCase());
        }
        const [before, after] = [snapshotOf(facts, settings), snapshotOf(other.facts, other.settings)];
        expect(after.meters.map(figures)).toEqual(before.meters.map(figures));
        expect(findingsOf(after)).toEqual(findingsOf(before));
      }),
      { numRuns: 25 },
    );
  });

  it("keeps together what belongs together, and the shape of ids", () => {
    const given = { facts: factsWith("Fabrikam"), settings: settingsWith("Fabrikam") };
    const { facts, settings } = redact(given, { hash: hashWith("k"), findingIds: idsOf(given.settings) });
    const environment = facts.environments.kind === "read" ? facts.environments.value[0] : undefined;
    expect(environment?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(environment?.instanceUrl).toMatch(/^https:\/\/host-[0-9a-f]{12}\.crm\.dynamics\.com$/);
    expect(facts.byEnvironment[0]?.environmentId).toBe(environment?.id);
    expect(facts.workspaces?.[0]?.environmentId).toBe(environment?.id);
    expect(facts.agents?.[0]?.userId).toBe(facts.interactions?.[0]?.recordId);
    const rows = facts.byEnvironment[0]?.entitlements;
    expect(settings.bindings[0]?.entitlementId).toBe(rows?.kind === "read" ? rows.value[0]?.entitlementId : "");
    expect(settings.acknowledgements.map(({ findingId }) => findingId)).toEqual([
      "overQuota:storageDatabase",
      "unknownSku:12345678-0000-4000-8000-000000000001",
      `multiplexing:${facts.sharedAccounts?.[0]?.id ?? ""}`,
      `failedInstallHoldsSlot:${environment?.id ?? ""}:installJourneys`,
    ]);
  });

  it("leaves out who lives with findings that are not there", () => {
    const given = { facts: factsWith("Fabrikam"), settings: settingsWith("Fabrikam") };
    const ids = new Set(["overQuota:storageDatabase"]);
    const { acknowledgements } = redact(given, { hash: hashWith("k"), findingIds: ids }).settings;
    expect(acknowledgements.map(({ findingId }) => findingId)).toEqual([...ids]);
  });

  it("gives other pseudonyms under another key, and the same under the same", () => {
    const under = (key: string) =>
      JSON.stringify(
        redact({ facts: factsWith("Fabrikam"), settings: defaultSettings }, { hash: hashWith(key), findingIds }),
      );
    expect(under("one")).toBe(under("one"));
    expect(under("one")).not.toBe(under("two"));
  });

  it("keeps the prefix of a default environment, with the tenant's pseudonym", () => {
    const facts = fakeTenant()
      .withEnvironment(`Default-${guid(1)}`, { type: "default" })
      .facts();
    const other = redact({ facts, settings: defaultSettings }, { hash: hashWith("key"), findingIds }).facts;
    expect(other.byEnvironment[0]?.environmentId).toBe(`Default-${other.tenant.id}`);
  });
});
