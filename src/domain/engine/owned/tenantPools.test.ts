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
import { assemble, defaultSettings, type MeterId } from "../..";

const meter = (tenant: FakeTenant, id: MeterId) =>
  assemble(tenant.facts(), defaultSettings, { id: runId, asOf }).meters.find((report) => report.meter === id);

const people = (tenant: FakeTenant, counts: readonly number[]): FakeTenant =>
  counts.reduce(
    (world, count, index) =>
      world.withEnvironment(`e${String(index)}`).withImport(`e${String(index)}`, "interactedPeople", count),
    tenant,
  );

describe("GEN.scope.tenant", () => {
  it("GEN.scope.tenant: pools what one tenant owns and uses; another tenant has a snapshot of its own", () => {
    const one = people(fakeTenant().withSku("customerInsightsAttach"), [7_200, 1_900]);
    const other = people(fakeTenant().withSku("customerInsightsAttach").withSku("interactedPeopleT3"), [50]);
    expect([one, other].map((tenant) => meter(tenant, "interactedPeople"))).toMatchObject([
      { owned: { value: 10_000 }, used: { value: 9_100 } },
      { owned: { value: 60_000 }, used: { value: 50 } },
    ]);
  });
});

describe("CI-J.interacted-people.environments", () => {
  it("CI-J.interacted-people.environments: 7,200 + 1,900 + 450 + 450 of every type are 10,000 of 10,000", () => {
    const types = ["production", "sandbox", "developer", "trial"] as const;
    const tenant = [7_200, 1_900, 450, 450].reduce(
      (world, count, index) =>
        world
          .withEnvironment(`e${String(index)}`, { type: types[index] ?? "other" })
          .withImport(`e${String(index)}`, "interactedPeople", count),
      fakeTenant().withSku("customerInsightsAttach"),
    );
    expect(meter(tenant, "interactedPeople")).toMatchObject({
      owned: { value: 10_000 },
      used: { value: 10_000 },
      over: 0,
    });
  });
});

describe("CI-J.quota.not-per-install", () => {
  it("CI-J.quota.not-per-install: one base gives 10,000 people with 1 installation and with 7", () => {
    const installed = (count: number): FakeTenant =>
      Array.from({ length: count }).reduce<FakeTenant>(
        (world, _, index) =>
          world.withEnvironment(guid(index), { packages: [packageOf("DynamicsMKT_AnchorSolution")] }),
        fakeTenant().withSku("customerInsightsAttach"),
      );
    expect([1, 7].map((count) => meter(installed(count), "installJourneys")?.used)).toMatchObject([
      { value: 1 },
      { value: 7 },
    ]);
    expect([1, 7].map((count) => meter(installed(count), "interactedPeople")?.owned)).toMatchObject([
      { value: 10_000 },
      { value: 10_000 },
    ]);
  });
});

describe("CI-J.legacy.interactions", () => {
  it("CI-J.legacy.interactions: 10,000 contacts of standalone Marketing bear 100,000 interactions a month", () => {
    expect(meter(fakeTenant().withSku("marketingBase"), "monthlyInteractions")).toMatchObject({
      owned: { value: 100_000 },
      contributions: [
        { product: "marketingBase", perUnit: 100_000, amount: 100_000, rule: "CI-J.interactions.monthly" },
      ],
    });
  });
});

describe("CI-D.usage.sum", () => {
  it("CI-D.usage.sum: customers of two instances are added, whoever they are", () => {
    const base = fakeTenant().withSku(["aaaaaaaa-0000-4000-8000-000000000001", "CONTOSO_BASE"], {
      enabled: 1,
      plans: [{ id: planIds.journeysBase, name: "DYN365_CUSTOMER_INSIGHTS_JOURNEYS_BASE" }],
    });
    const tenant = base
      .withEnvironment("one")
      .withEnvironment("two")
      .withImport("one", "unifiedPeople", 60_000)
      .withImport("two", "unifiedPeople", 60_000);
    expect(meter(tenant, "unifiedPeople")).toMatchObject({
      owned: { value: 100_000 },
      used: { value: 120_000 },
      status: "over",
      over: 20_000,
    });
  });
});
