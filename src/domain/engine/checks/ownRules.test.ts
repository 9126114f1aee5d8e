import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, planIds, runId, type FakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { assemble, defaultSettings, type FindingKind } from "../..";

const nowhere = "aaaaaaaa-0000-4000-8000-000000000001";
const rulesOf = (tenant: FakeTenant, kind: FindingKind, at = asOf) =>
  assemble(tenant.facts(), defaultSettings, { id: runId, asOf: at })
    .findings.filter((finding) => finding.kind === kind)
    .map(({ severity, rule }) => [severity, rule]);

describe("rules of the product's own", () => {
  it("DATA.sku.unknown: a licence of this field that nobody knows is told, and owns nothing", () => {
    const tenant = fakeTenant().withSku([nowhere, "DYN365_MARKETING_SOMETHING_NEW"], 3);
    const { meters } = assemble(tenant.facts(), defaultSettings, { id: runId, asOf });
    expect(rulesOf(tenant, "unknownSku")).toEqual([["warning", "DATA.sku.unknown"]]);
    expect(meters.flatMap(({ contributions }) => contributions.filter(({ amount }) => amount > 0))).toEqual([]);
  });

  it("DATA.sku.inferred: a licence known by its plan counts and asks for confirmation", () => {
    const plans = [{ id: planIds.journeysBase, name: "DYN365_CUSTOMER_INSIGHTS_JOURNEYS_BASE" }];
    const tenant = fakeTenant().withSku([nowhere, "CONTOSO"], { enabled: 1, plans });
    expect(rulesOf(tenant, "inferredSku")).toEqual([["info", "DATA.sku.inferred"]]);
  });

  it("DATA.coverage: an environment that was not read is told, and the total is a lower bound", () => {
    const tenant = fakeTenant().withSku("customerInsightsAttach").withEnvironment("a", { refused: "forbidden" });
    expect(rulesOf(tenant, "environmentNotRead")).toEqual([["warning", "DATA.coverage"]]);
  });

  it("DATA.age: figures are stale when they are older than 48 hours, not at 48", () => {
    const tenant = fakeTenant().withSku("customerInsightsAttach");
    expect(rulesOf(tenant, "staleSource", "2026-11-24T20:00:00Z")).toEqual([]);
    expect(new Set(rulesOf(tenant, "staleSource", "2026-11-24T21:00:00Z").map(String))).toEqual(
      new Set(["warning,DATA.age"]),
    );
  });

  it("GEN.enforcement.advisory: what is over by one is told, although nothing stops working", () => {
    const over = (used: number) =>
      fakeTenant().withSku("contactCenterDigital", 100).withEnvironment("a").withImport("a", "recordRoutes", used);
    expect(rulesOf(over(5_000), "overQuota")).toEqual([]);
    expect(rulesOf(over(5_001), "overQuota")).toEqual([["error", "CC.routes"]]);
  });

  const withPast = (used: number, past: readonly number[]) =>
    fakeTenant()
      .withSku("dataverseDatabase", 10)
      .withEnvironment("a", { database: used, file: 0, log: 0 })
      .withFacts({
        history: [
          {
            meter: "storageDatabase",
            points: past.map((value, index) => ({
              day: `2026-11-${String(22 - past.length + index).padStart(2, "0")}`,
              used: value,
            })),
          },
        ],
      });

  it("DATA.jump: a change by a fifth is told, by less than that not", () => {
    expect(rulesOf(withPast(5_999, [5_000]), "usageJump")).toEqual([]);
    expect(rulesOf(withPast(6_000, [5_000]), "usageJump")).toEqual([["info", "DATA.jump"]]);
    expect(rulesOf(withPast(4_000, [5_000]), "usageJump")).toEqual([["info", "DATA.jump"]]);
  });

  it("DATA.forecast: no date without a trend, and none before there are 14 points", () => {
    const forecast = (tenant: FakeTenant) =>
      assemble(tenant.facts(), defaultSettings, { id: runId, asOf }).meters.find(
        ({ meter }) => meter === "storageDatabase",
      )?.forecast;
    const steady = Array.from({ length: 12 }, () => 5_000);
    expect(forecast(withPast(5_000, steady))).toMatchObject({ none: "tooEarly", points: 13, levels: [] });
    expect(forecast(withPast(5_000, [...steady, 5_000]))).toMatchObject({ none: "noTrend", points: 14, levels: [] });
  });
});
