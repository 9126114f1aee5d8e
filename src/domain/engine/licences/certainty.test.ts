import { describe, expect, it } from "vitest";
import { fakeTenant, type FakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { defaultSettings } from "../../settings";
import { termsOf } from "../owned/own";
import { certaintyOf } from "./certainty";
import { licencesOf } from "./licences";
import { skuResolver } from "./resolveSku";

const now = "2026-12-01T00:00:00Z";

const certainty = (tenant: FakeTenant) => {
  const facts = tenant.facts();
  return certaintyOf(facts, licencesOf(facts, skuResolver([])), termsOf(defaultSettings, now));
};

const whole = fakeTenant().withSku("contactCenterDigital", 1);
const withoutSubscriptions = whole.without("companySubscriptions", "forbidden");

describe("how sure licences are", () => {
  it("knows everything of what was read, as old as the reading", () => {
    const sure = certainty(whole);
    expect([sure.asOf, sure.trialsKnown]).toEqual(["2026-11-22T20:00:00Z", true]);
    expect([sure.missing("recordRoutes"), sure.missing("trialEnvironments")]).toEqual([undefined, undefined]);
  });

  it("knows nothing of any meter without SKUs", () => {
    const unread = certainty(whole.without("subscribedSkus", "throttled"));
    expect(unread.asOf).toBe(now);
    expect(unread.missing("recordRoutes")).toEqual({ code: "throttled" });
    expect(unread.missing("trialEnvironments")).toEqual({ code: "throttled" });
  });

  it("CI-J.trial.limits: does not know trials without subscriptions, and everything else", () => {
    const unsure = certainty(withoutSubscriptions);
    expect(unsure.trialsKnown).toBe(false);
    expect(unsure.missing("trialEnvironments")).toEqual({ code: "forbidden" });
    expect(unsure.missing("recordRoutes")).toBeUndefined();
    expect(unsure.missing("storageLog")).toBeUndefined();
  });

  it("knows a trial by its SKU, and needs to know it only of what counts", () => {
    const only = (tenant: FakeTenant) => certainty(tenant.without("companySubscriptions", "forbidden")).trialsKnown;
    expect(only(fakeTenant().withSku("customerInsightsTrial", 1))).toBe(true);
    expect(only(fakeTenant().withSku("contactCenterDigital", { units: { suspended: 1 } }))).toBe(true);
    expect(only(fakeTenant().withSku("customerInsightsTrial", 1).withSku("contactCenterDigital", 1))).toBe(false);
  });
});
