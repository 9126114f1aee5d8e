import { describe, expect, it } from "vitest";
import { rules } from "./rules";
import { limitsOf, previewFromInteractions, segmentMembers, serviceLimits } from "./serviceLimits";
import { throughputProducts, throughputRates, throughputThresholds } from "./throughput";

describe("service limits", () => {
  it("CI-J.fair-use: 300,000,000 interactions a month and 10,000,000 a day for an environment, a preview above 100,000,000", () => {
    expect([serviceLimits.interactionsPerMonth, serviceLimits.interactionsPerDay]).toMatchObject([
      { amount: 300_000_000, scope: "environment" },
      { amount: 10_000_000, scope: "environment" },
    ]);
    expect(previewFromInteractions).toBe(100_000_000);
    expect(limitsOf("monthlyInteractions").map(({ id, rule }) => [id, rule])).toEqual([
      ["interactionsPerMonth", "CI-J.fair-use"],
      ["interactionsPerDay", "CI-J.fair-use"],
    ]);
    expect(limitsOf("interactedPeople")).toEqual([]);
  });

  it("CI-J.fair-use: a segment of 10,000,000 members; triggers, rows and segments in the rule's words", () => {
    expect(segmentMembers).toMatchObject({ amount: 10_000_000, scope: "environment", rule: "CI-J.fair-use" });
    const said = ["300,000,000", "10,000,000", "10,000,000", "2,500", "500,000,000", "3,000", "10,000"];
    expect(rules["CI-J.fair-use"].text.match(/[\d,]*\d/g)).toEqual(said);
  });

  it("CI-D.limits: 4 refreshes, 1,000 segments and measures, 10,000,000 rows", () => {
    expect(rules["CI-D.limits"].text.match(/[\d,]*\d/g)).toEqual(["4", "1,000", "10,000,000"]);
  });

  it("CI-J.trial.limits: one environment, 10,000 contacts, 1,000 emails, 100 previews, 100 segments, 1,000 visits, 5 users, 100 views", () => {
    const said = ["10,000", "1,000", "100", "1,000", "100", "5", "100"];
    expect(rules["CI-J.trial.limits"].text.match(/[\d,]*\d/g)).toEqual(said);
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
