import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, type FakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { checkInput } from "../../../../test/fixtures/checkInput.fixture";
import type { ProductFigure } from "../..";
import { productShowsOther } from "./productShowsOther";

const figure = (owned: number, more: Partial<ProductFigure> = {}): ProductFigure => ({
  ...{ meter: "interactedPeople", owned, readAt: "2026-11-22T10:00:00Z" },
  ...more,
});

const found = (tenant: FakeTenant, ...productFigures: readonly ProductFigure[]) =>
  productShowsOther(checkInput({ ...tenant.facts(), productFigures }));

const boughtAt = (createdAt: string | undefined): FakeTenant =>
  fakeTenant().withSku("customerInsightsAttach", { enabled: 1, ...(createdAt === undefined ? {} : { createdAt }) });

const old = boughtAt("2026-01-01T00:00:00Z");

describe("productShowsOther", () => {
  it("GEN.licence.lag: tells both figures and how long ago the last purchase was", () => {
    expect(found(old, figure(5_000))).toEqual([
      {
        id: "productShowsOther:interactedPeople",
        kind: "productShowsOther",
        subjects: [{ type: "meter", id: "interactedPeople", name: "interactedPeople" }],
        facts: {
          ...{ meter: "interactedPeople", unit: "people", owned: 10_000, shown: 5_000, difference: -5_000 },
          ...{ readAt: "2026-11-22T10:00:00Z", explanation: "none", trials: 0, lagHours: 24 },
          ...{ createdAt: "2026-01-01T00:00:00Z", hours: 7_810, used: 0 },
        },
      },
    ]);
  });

  it("says nothing when both agree, and nothing of what is not known", () => {
    expect(found(old, figure(10_000))).toEqual([]);
    expect(found(old)).toEqual([]);
    expect(productShowsOther(checkInput(old.facts()))).toEqual([]);
    expect(found(old.without("subscribedSkus", "forbidden"), figure(5_000))).toEqual([]);
  });

  it.each([
    ["23:59:59 before", "2026-11-21T10:00:01Z", "info", "recentPurchase", 23],
    ["24 hours before", "2026-11-21T10:00:00Z", undefined, "none", 24],
    ["after the page was read", "2026-11-22T11:00:00Z", "info", "recentPurchase", -1],
  ])("bought %s: %s", (_name, createdAt, severity, explanation, hours) => {
    const [finding] = found(boughtAt(createdAt), figure(0));
    expect(finding?.severity).toBe(severity);
    expect(finding?.facts).toMatchObject({ explanation, hours, createdAt });
  });

  it("goes by the youngest subscription that gives the meter something", () => {
    const tenant = old
      .withSku("interactedPeopleT3", { enabled: 1, createdAt: "2026-11-22T00:00:00Z" })
      .withSku("dataverseDatabase", { enabled: 1, createdAt: "2026-11-22T09:00:00Z" });
    expect(found(tenant, figure(10_000))[0]?.facts).toMatchObject({
      ...{ owned: 60_000, difference: -50_000, createdAt: "2026-11-22T00:00:00Z", hours: 10 },
      explanation: "recentPurchase",
    });
    const other = boughtAt("2026-11-22T00:00:00Z").withSku("interactedPeopleT3", {
      enabled: 1,
      createdAt: "2025-01-01T00:00:00Z",
    });
    expect(found(other, figure(10_000))[0]?.facts["createdAt"]).toBe("2026-11-22T00:00:00Z");
  });

  it("warns when nobody knows when it was bought", () => {
    const [finding] = found(boughtAt(undefined), figure(0));
    expect(finding?.severity).toBeUndefined();
    expect(finding?.facts).not.toHaveProperty("hours");
    expect(finding?.facts).not.toHaveProperty("createdAt");
  });

  it("CI-J.trial.limits: trials that the page adds in explain the difference", () => {
    const tenant = old.withSku("interactedPeopleT3", { enabled: 2, trial: true, createdAt: "2026-02-01T00:00:00Z" });
    const [finding] = found(tenant, figure(110_000));
    expect(finding?.severity).toBe("info");
    expect(finding?.facts).toMatchObject({ owned: 10_000, shown: 110_000, trials: 100_000, explanation: "trials" });
    expect(found(tenant, figure(110_001))[0]?.facts).toMatchObject({ trials: 100_000, explanation: "none" });
  });

  it("compares the page that was read last, one finding a meter", () => {
    const [later, earlier] = [figure(7_000), figure(10_000, { readAt: "2026-11-21T10:00:00Z" })];
    expect(found(old, later, earlier)).toHaveLength(1);
    expect(found(old, earlier, later)[0]?.facts["shown"]).toBe(7_000);
    expect(found(old, earlier, later, figure(1, { meter: "unifiedPeople" })).map(({ id }) => id)).toEqual([
      "productShowsOther:interactedPeople",
      "productShowsOther:unifiedPeople",
    ]);
  });

  it("takes the larger of two that were read at the same time, in any order", () => {
    const shown = (...figures: readonly ProductFigure[]) => found(old, ...figures)[0]?.facts["shown"];
    expect(shown(figure(7_000), figure(8_000))).toBe(8_000);
    expect(shown(figure(8_000), figure(7_000))).toBe(8_000);
    expect(shown(figure(8_000, { readAt: "2026-11-21T10:00:00Z" }), figure(7_000))).toBe(7_000);
  });

  it("CI-J.quota-page: adds this environment's use and all others', where both are told", () => {
    const used = { thisEnvironment: 1_200, otherEnvironments: 300 };
    expect(found(old, figure(1, used))[0]?.facts["usedShown"]).toBe(1_500);
    expect(found(old, figure(1, { thisEnvironment: 1_200 }))[0]?.facts).not.toHaveProperty("usedShown");
    expect(found(old, figure(1, { otherEnvironments: 300 }))[0]?.facts).not.toHaveProperty("usedShown");
  });

  it("leaves out a use that is not known", () => {
    const tenant = old.withEnvironment("a");
    expect(found(tenant, figure(1))[0]?.facts).not.toHaveProperty("used");
    expect(found(tenant.withImport("a", "interactedPeople", 42, asOf), figure(1))[0]?.facts["used"]).toBe(42);
  });
});
