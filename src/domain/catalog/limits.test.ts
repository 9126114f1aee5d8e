import { describe, expect, it } from "vitest";
import { furtherLimits, limitsOf, previewFromInteractions, serviceLimits } from "./serviceLimits";
import { throughputProducts, throughputRates, throughputThresholds } from "./throughput";

const amountsOf = (rule: string) =>
  Object.fromEntries(
    Object.entries(furtherLimits)
      .filter(([, limit]) => limit.rule === rule)
      .map(([id, { amount }]) => [id, amount]),
  );

describe("service limits", () => {
  it("CI-J.fair-use: 300,000,000 interactions a month and 10,000,000 a day for an environment, a preview above 100,000,000", () => {
    expect([serviceLimits.interactionsPerMonth, serviceLimits.interactionsPerDay]).toMatchObject([
      { amount: 300_000_000, per: "month", scope: "environment" },
      { amount: 10_000_000, per: "day", scope: "environment" },
    ]);
    expect(previewFromInteractions).toBe(100_000_000);
    expect(limitsOf("monthlyInteractions").map(({ id, rule }) => [id, rule])).toEqual([
      ["interactionsPerMonth", "CI-J.fair-use"],
      ["interactionsPerDay", "CI-J.fair-use"],
    ]);
    expect(limitsOf("interactedPeople")).toEqual([]);
  });

  it("CI-J.fair-use: segments, triggers and rows; 3,000 dynamic and 10,000 static segments are 13,000", () => {
    expect(amountsOf("CI-J.fair-use")).toEqual({
      segmentMembers: 10_000_000,
      triggersPerMinute: 2_500,
      synchronisedRows: 500_000_000,
      dynamicSegments: 3_000,
      staticSegments: 10_000,
    });
  });

  it("CI-D.limits: 4 refreshes, 1,000 segments and measures, 10,000,000 rows", () => {
    expect(amountsOf("CI-D.limits")).toEqual({
      scheduledRefreshes: 4,
      segmentsAndMeasures: 1_000,
      measureRows: 10_000_000,
    });
  });

  it("CI-J.trial.limits: one environment, 10,000 contacts, 1,000 emails, 100 previews, 100 segments, 1,000 visits, 5 users, 100 views", () => {
    expect(amountsOf("CI-J.trial.limits")).toEqual({
      trialEnvironments: 1,
      trialContacts: 10_000,
      trialEmails: 1_000,
      trialPreviews: 100,
      trialSegments: 100,
      trialVisits: 1_000,
      trialFormUsers: 5,
      trialFormViews: 100,
    });
  });

  it("CI-J.throughput: 140,000 and 500,000 messages an hour, from 10,000,000 contacts or 500,000 people", () => {
    expect([throughputRates, throughputThresholds]).toEqual([
      { normal: 140_000, raised: 500_000 },
      { legacyContacts: 10_000_000, interactedPeople: 500_000 },
    ]);
    expect(throughputProducts).toEqual({
      legacyBase: ["marketingBase", "marketingAttach"],
      currentBase: ["customerInsightsBase", "customerInsightsAttach"],
      burst: ["sendingBurst"],
    });
  });
});
