import { describe, expect, it } from "vitest";
import { asOf, fakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { checkInput } from "../../../../test/fixtures/checkInput.fixture";
import type { PeopleActivity, TenantFacts } from "../..";
import { serviceLimitExceeded } from "./serviceLimitExceeded";

const found = (facts: TenantFacts) => serviceLimitExceeded(checkInput(facts));
const sending = (interactions: number) =>
  found(
    fakeTenant().withEnvironment("a", { name: "Alpha" }).withImport("a", "monthlyInteractions", interactions).facts(),
  );

const activityOf = (messages: number): PeopleActivity => ({
  ...{ environmentId: "a", measuredAt: asOf, lastTouch: [], arrivals: [], messages: [] },
  busiestDay: { day: "2026-11-20", messages },
});
const onADay = (messages: number) =>
  found({ ...fakeTenant().withEnvironment("a", { name: "Alpha" }).facts(), activity: [activityOf(messages)] });

const subjects = [{ type: "environment", id: "a", name: "Alpha" }];

describe("serviceLimitExceeded", () => {
  it("CI-J.fair-use: above 300,000,000 interactions a month in an environment", () => {
    expect(sending(300_000_001)).toEqual([
      {
        id: "serviceLimitExceeded:a:interactionsPerMonth",
        kind: "serviceLimitExceeded",
        subjects,
        facts: { environment: "Alpha", limit: "interactionsPerMonth", amount: 300_000_000, used: 300_000_001, over: 1 },
      },
    ]);
  });

  it.each([100_000_001, 300_000_000])("asks for a preview agreement at %i, above 100,000,000", (used) => {
    expect(sending(used)).toEqual([
      {
        id: "serviceLimitExceeded:a:interactionsPreview",
        kind: "serviceLimitExceeded",
        severity: "warning",
        subjects,
        facts: {
          environment: "Alpha",
          limit: "interactionsPreview",
          amount: 100_000_000,
          used,
          over: used - 100_000_000,
        },
      },
    ]);
  });

  it("says nothing at 100,000,000, nor where nobody knows", () => {
    expect(sending(100_000_000)).toEqual([]);
    expect(found(fakeTenant().withEnvironment("a").facts())).toEqual([]);
    expect(found(fakeTenant().withEnvironment("a", { noDataverse: true }).facts())).toEqual([]);
  });

  it("CI-J.fair-use: above 10,000,000 messages on the busiest day", () => {
    expect(onADay(10_000_001)).toEqual([
      {
        id: "serviceLimitExceeded:a:interactionsPerDay",
        kind: "serviceLimitExceeded",
        subjects,
        facts: {
          ...{ environment: "Alpha", limit: "interactionsPerDay", amount: 10_000_000, used: 10_000_001, over: 1 },
          day: "2026-11-20",
        },
      },
    ]);
    expect(onADay(10_000_000)).toEqual([]);
  });

  it("counts each environment for itself", () => {
    const tenant = fakeTenant()
      .withEnvironment("a")
      .withEnvironment("b")
      .withImport("a", "monthlyInteractions", 90_000_000)
      .withImport("b", "monthlyInteractions", 90_000_000);
    expect(found(tenant.facts())).toEqual([]);
  });
});
