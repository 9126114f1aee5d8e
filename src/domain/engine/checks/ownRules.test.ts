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
    expect(meters.flatMap(({ contributions }) => contributions)).toEqual([]);
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
});
