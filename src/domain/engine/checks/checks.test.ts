import { describe, expect, it } from "vitest";
import {
  asOf,
  fakeTenant,
  guid,
  packageOf,
  planIds,
  runId,
  type FakeTenant,
} from "../../../../test/fixtures/fakeTenant.fixture";
import { assemble, defaultSettings, findings, type Finding } from "../..";
import { factChecks, quotaChecks } from ".";
import { meterFinding } from "./meterFinding";

const found = (tenant: FakeTenant): readonly Finding[] =>
  assemble(tenant.facts(), defaultSettings, { id: runId, asOf }).findings;

const stored = (database: number) =>
  fakeTenant().withSku("dataverseDatabase", 10).withEnvironment("a", { database, file: 0, log: 0 });

const meterFacts = { meter: "storageDatabase", unit: "megabytes", owned: 10_000, read: 1, total: 1 };
const link = "https://learn.microsoft.com/power-platform/admin/capacity-storage";
const subjects = [{ type: "meter", id: "storageDatabase", name: "storageDatabase" }];

describe("overQuota", () => {
  it("tells what is over and by how much", () => {
    expect(found(stored(10_500))).toEqual([
      {
        id: "overQuota:storageDatabase",
        kind: "overQuota",
        severity: "error",
        rule: "STO.entitlement.tenant",
        subjects,
        facts: {
          ...meterFacts,
          ...{ status: "over", used: 10_500, over: 500 },
          ...{ product: "dataverseDatabase", productName: "Dataverse Database Capacity (1 GB)", units: 1 },
        },
        link,
      },
    ]);
  });
});

describe("a finding about a meter", () => {
  it("leaves out what is not known, and a rule that the catalogue does not have", () => {
    const [report] = assemble(fakeTenant().facts(), defaultSettings, { id: runId, asOf }).meters;
    const unknown = { kind: "unknown" as const, reason: { code: "noReading" as const } };
    expect(report).toBeDefined();
    if (report === undefined) return;
    expect(meterFinding("overQuota", { ...report, owned: unknown, used: unknown, rule: "OLD", over: 7 })).toEqual({
      id: "overQuota:interactedPeople",
      kind: "overQuota",
      subjects: [{ type: "meter", id: "interactedPeople", name: "interactedPeople" }],
      facts: { meter: "interactedPeople", unit: "people", status: "none", over: 7, read: 0, total: 0 },
    });
  });
});

describe("nearQuota", () => {
  it.each([
    [8_501, "near"],
    [9_501, "critical"],
  ])("%i MB of 10,000 is %s", (database, status) => {
    expect(found(stored(database))).toEqual([
      {
        id: "nearQuota:storageDatabase",
        kind: "nearQuota",
        severity: "warning",
        rule: "STO.entitlement.tenant",
        subjects,
        facts: { ...meterFacts, status, used: database, over: 0 },
        link,
      },
    ]);
  });

  it("says nothing at exactly 85 %", () => {
    expect(found(stored(8_500))).toEqual([]);
  });
});

describe("outboundSlotsExceeded", () => {
  const installed = { packages: [packageOf("MicrosoftDynamics_MktCompleteAnchorSolution")] };

  it("CI-J.install.outbound: has a finding of its own, apart from overQuota and without a purchase", () => {
    const tenant = fakeTenant()
      .withSku("marketingBase", 1)
      .withEnvironment("a", installed)
      .withEnvironment("b", installed);
    expect(found(tenant).filter(({ severity }) => severity === "error")).toEqual([
      {
        id: "outboundSlotsExceeded:installOutbound",
        kind: "outboundSlotsExceeded",
        severity: "error",
        rule: "CI-J.install.outbound",
        subjects: [{ type: "meter", id: "installOutbound", name: "installOutbound" }],
        facts: {
          ...{ meter: "installOutbound", unit: "environments", status: "over" },
          ...{ owned: 1, used: 2, over: 1, read: 2, total: 2, retiredAfter: "2025-06-30" },
        },
        link: "https://learn.microsoft.com/dynamics365/customer-insights/journeys/license-setup",
      },
    ]);
    expect(found(tenant.withSku("marketingApplication", 1)).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it.each([
    ["2025-06-29T12:00:00Z", undefined],
    ["2025-06-30T23:59:59Z", undefined],
    ["2025-07-01T00:00:00Z", "2025-06-30"],
  ])("CI-J.install.outbound: says from when on the module is being removed (%s)", (at, retiredAfter) => {
    const tenant = fakeTenant()
      .withSku("marketingBase", 1)
      .withEnvironment("a", installed)
      .withEnvironment("b", installed);
    const { findings } = assemble(tenant.facts(), defaultSettings, { id: runId, asOf: at });
    const told = findings
      .filter(({ kind }) => kind === "outboundSlotsExceeded")
      .map(({ facts }) => facts["retiredAfter"]);
    expect(told).toEqual([retiredAfter]);
  });
});

describe("trialEnvironmentsExceeded", () => {
  const trial = { type: "trial" as const, packages: [packageOf("MicrosoftDynamics_MktCompleteAnchorSolution")] };

  it("CI-J.trial.limits: one environment for each trial licence", () => {
    const tenant = fakeTenant()
      .withSku("customerInsightsTrial", { enabled: 10_000, trial: true })
      .withEnvironment("a", trial);
    const errors = (world: FakeTenant) => found(world).filter(({ severity }) => severity === "error");
    expect(errors(tenant)).toEqual([]);
    expect(errors(tenant.withEnvironment("b", trial))).toMatchObject([
      {
        id: "trialEnvironmentsExceeded:trialEnvironments",
        kind: "trialEnvironmentsExceeded",
        rule: "CI-J.trial.limits",
        subjects: [{ type: "meter", id: "trialEnvironments", name: "trialEnvironments" }],
        facts: { meter: "trialEnvironments", unit: "environments", status: "over", owned: 1, used: 2, over: 1 },
      },
    ]);
  });
});

describe("unknownSku", () => {
  it("names each licence that concerns the meters and the rest together", () => {
    const tenant = fakeTenant()
      .withSku([guid(1), "CONTOSO_CUSTOMER_INSIGHTS_NEXT"], 2)
      .withSku([guid(2), "ENTERPRISEPACK"], 5)
      .withSku([guid(3), "FLOW_FREE"], 3)
      .withSku([guid(4), "GONE_MARKETING"], { units: { suspended: 4 } });
    expect(found(tenant)).toEqual([
      {
        id: `unknownSku:${guid(1)}`,
        kind: "unknownSku",
        severity: "warning",
        rule: "DATA.sku.unknown",
        subjects: [{ type: "sku", id: guid(1), name: "CONTOSO_CUSTOMER_INSIGHTS_NEXT" }],
        facts: { skuPartNumber: "CONTOSO_CUSTOMER_INSIGHTS_NEXT", quantity: 2, related: "yes" },
      },
      {
        id: "unknownSku:others",
        kind: "unknownSku",
        severity: "info",
        rule: "DATA.sku.unknown",
        subjects: [
          { type: "sku", id: guid(2), name: "ENTERPRISEPACK" },
          { type: "sku", id: guid(3), name: "FLOW_FREE" },
        ],
        facts: { skus: 2, quantity: 8, related: "no" },
      },
    ]);
  });

  it("is shown among the licences and counted nowhere", () => {
    const { licences, meters } = assemble(
      fakeTenant()
        .withSku([guid(1), "CONTOSO"], 2)
        .facts(),
      defaultSettings,
      { id: runId, asOf },
    );
    expect(
      licences.map(({ skuPartNumber, grade, quantity, grants }) => ({ skuPartNumber, grade, quantity, grants })),
    ).toEqual([{ skuPartNumber: "CONTOSO", grade: "unknown", quantity: 2, grants: [] }]);
    expect(meters.flatMap(({ contributions }) => contributions)).toEqual([]);
  });
});

describe("inferredSku", () => {
  it("says nothing of what is known exactly or not at all", () => {
    const tenant = fakeTenant()
      .withSku("customerInsightsAttach")
      .withSku([guid(2), "ENTERPRISEPACK"], 5);
    expect(found(tenant).filter(({ kind }) => kind === "inferredSku")).toEqual([]);
  });

  it("asks to confirm what was recognised by a plan, which counts", () => {
    const base = { enabled: 1, plans: [{ id: planIds.journeysBase, name: "DYN365_CUSTOMER_INSIGHTS_JOURNEYS_BASE" }] };
    const tenant = fakeTenant().withSku([guid(1), "Dynamics_365_Customer_Insights_New"], base);
    expect(found(tenant)).toEqual([
      {
        id: `inferredSku:${guid(1)}`,
        kind: "inferredSku",
        severity: "info",
        rule: "DATA.sku.inferred",
        subjects: [{ type: "sku", id: guid(1), name: "Dynamics_365_Customer_Insights_New" }],
        facts: {
          skuPartNumber: "Dynamics_365_Customer_Insights_New",
          quantity: 1,
          product: "customerInsightsBase",
          productName: "Dynamics 365 Customer Insights",
        },
      },
    ]);
    const [people] = assemble(tenant.facts(), defaultSettings, { id: runId, asOf }).meters;
    expect(people?.owned).toMatchObject({ value: 10_000, confidence: "estimated" });
  });
});

describe("environmentNotRead", () => {
  it("groups environments by reason", () => {
    const tenant = fakeTenant()
      .withEnvironment("b", { refused: "forbidden", name: "Bravo" })
      .withEnvironment("a", { refused: "forbidden", name: "Alpha" })
      .withEnvironment("c", { refused: "environmentNotReady", ready: false })
      .withEnvironment("d", { refused: "noDataverse", noDataverse: true })
      .withEnvironment("e");
    expect(
      found(tenant).map(({ id, facts, subjects: who }) => ({ id, facts, who: who.map(({ name }) => name) })),
    ).toEqual([
      {
        id: "environmentNotRead:environmentNotReady",
        facts: { reason: "environmentNotReady", environments: 1 },
        who: ["c"],
      },
      { id: "environmentNotRead:forbidden", facts: { reason: "forbidden", environments: 2 }, who: ["Alpha", "Bravo"] },
    ]);
  });
});

describe("what a service said", () => {
  it("stands with the environments that were not read, the first words of several", () => {
    const facts = fakeTenant().withEnvironment("a").withEnvironment("b").withEnvironment("c").facts();
    const details = [undefined, "No application user.", "Not yours."];
    const byEnvironment = facts.byEnvironment.map((item, index) => {
      const detail = details[index];
      const reason = { code: "forbidden" as const, ...(detail === undefined ? {} : { detail }) };
      return { ...item, solutions: { kind: "notRead" as const, source: "dataverse.solutions" as const, reason } };
    });
    const { findings: all } = assemble({ ...facts, byEnvironment }, defaultSettings, { id: runId, asOf });
    expect(all.filter(({ kind }) => kind === "environmentNotRead").map((finding) => finding.facts)).toEqual([
      { reason: "forbidden", environments: 3, detail: "No application user." },
    ]);
  });
});

describe("staleSource", () => {
  const imported = (measuredAt: string) =>
    fakeTenant().withEnvironment("a").withImport("a", "interactedPeople", 0, measuredAt);

  it("tells the age in hours, from the agreed age on", () => {
    expect(found(imported("2026-11-20T19:00:00Z"))).toEqual([
      {
        id: "staleSource:import.csv",
        kind: "staleSource",
        severity: "warning",
        rule: "DATA.age",
        subjects: [{ type: "source", id: "import.csv", name: "import.csv" }],
        facts: { source: "import.csv", asOf: "2026-11-20T19:00:00Z", hours: 49, staleAfterHours: 48 },
      },
    ]);
    expect(found(imported("2026-11-20T19:00:01Z"))).toEqual([]);
    expect(found(imported("2026-11-20T20:00:00Z"))).toEqual([]);
  });
});

describe("the list of checks", () => {
  it("has one for every kind of finding", () => {
    const names = [...quotaChecks, ...factChecks].map(({ name }) => name);
    expect(Object.keys(findings).filter((kind) => !names.includes(kind))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("gives every finding an id of its own", () => {
    const tenant = ["x", "y"].reduce(
      (world, id) =>
        world.withEnvironment(id, { packages: [packageOf("MicrosoftDynamics_MktCompleteAnchorSolution")] }),
      stored(20_000)
        .withSku("marketingBase", 1)
        .withSku([guid(7), "ENTERPRISEPACK"], 1),
    );
    const ids = found(tenant).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain("outboundSlotsExceeded:installOutbound");
  });
});
