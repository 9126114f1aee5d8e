import { describe, expect, it } from "vitest";
import { addDays } from "../../calendar";
import { asOf, fakeTenant, guid } from "../../../../test/fixtures/fakeTenant.fixture";
import { add, drop, ownedAfter, planned, snapshotOf } from "../../../../test/fixtures/plans.fixture";
import type { FindingKind, Plan, Snapshot } from "../..";

const today = asOf.slice(0, 10);
const on = (day: string) => ({ kind: "date", asOf: `${day}T12:00:00Z` }) as const;
const idsOf = (kind: FindingKind, findings: Plan["findings"]) =>
  findings.filter((finding) => finding.kind === kind).map(({ id }) => id);

describe("GEN.capacity.change: what is used up before the next renewal", () => {
  /** 8 GB of 10, and 50 MB more a day: full in forty days. */
  const growing = (): Snapshot => {
    const points = Array.from({ length: 30 }, (_, index) => ({
      ...{ day: addDays(today, index - 30), used: 8_000 + 50 * (index - 30) },
    }));
    return snapshotOf(
      fakeTenant()
        .withSku("dataverseDatabase", { enabled: 10, nextLifecycleAt: "2027-06-01T00:00:00Z" })
        .withEnvironment("a", { database: 8_000, file: 0, log: 0 })
        .withFacts({ history: [{ meter: "storageDatabase", points }] }),
    );
  };
  const id = "overBeforeRenewal:storageDatabase";

  it("goes when enough is bought, and stays when it is too little", () => {
    const snapshot = growing();
    expect(idsOf("overBeforeRenewal", snapshot.findings)).toEqual([id]);
    const little = planned(snapshot, add("dataverseDatabase", 1));
    expect([idsOf("overBeforeRenewal", little.findings), little.go]).toEqual([[id], []]);
    expect(planned(snapshot, add("dataverseDatabase", 20)).go.map((finding) => finding.id)).toContain(id);
    expect(planned(snapshot).findings).toEqual(snapshot.findings);
  });

  it("appears when a campaign or an environment brings the day nearer", () => {
    const snapshot = planned(growing(), add("dataverseDatabase", 20));
    expect(idsOf("overBeforeRenewal", snapshot.appear)).toEqual([]);
    const sandbox = { kind: "environment", type: "sandbox", database: 19_000, file: 0, log: 0, installs: [] } as const;
    const both = planned(growing(), add("dataverseDatabase", 20), sandbox);
    expect(idsOf("overBeforeRenewal", both.findings)).toEqual([id]);
  });
});

describe("GEN.licence.active: subscriptions that end", () => {
  const ending = () =>
    snapshotOf(
      fakeTenant().withSku("contactCenterDigital", {
        ...{ enabled: 10, nextLifecycleAt: "2026-12-24T00:00:00Z", autoRenews: false },
      }),
    );
  const id = `subscriptionEnding:${guid(1000)}`;

  it("are no longer told when they are dropped or have ended, and count the days of the plan's day", () => {
    expect(planned(ending(), drop("contactCenterDigital", 10)).go.map((finding) => finding.id)).toContain(id);
    expect(planned(ending(), on("2026-12-25")).go.map((finding) => finding.id)).toContain(id);
    const [finding] = planned(ending(), on("2026-12-20")).findings.filter((item) => item.id === id);
    expect(finding?.facts).toMatchObject({ days: 4, quantity: 10 });
  });

  it("appear when their date comes near", () => {
    const later = snapshotOf(
      fakeTenant().withSku("contactCenterDigital", { enabled: 10, nextLifecycleAt: "2027-05-01T00:00:00Z" }),
    );
    expect(idsOf("subscriptionEnding", later.findings)).toEqual([]);
    expect(idsOf("subscriptionEnding", planned(later, on("2027-04-20")).appear)).toEqual([id]);
  });

  it("tell the units that are left of them", () => {
    const [finding] = planned(ending(), drop("contactCenterDigital", 4)).findings.filter((item) => item.id === id);
    expect(finding?.facts).toMatchObject({ quantity: 6, "amount.recordRoutes": 300 });
  });
});

describe("GEN.licence.active: units in the grace period", () => {
  const grace = (nextLifecycleAt?: string) =>
    snapshotOf(
      fakeTenant().withSku("contactCenterDigital", {
        ...{ units: { enabled: 0, warning: 10 }, status: "Warning" },
        ...(nextLifecycleAt === undefined ? {} : { nextLifecycleAt }),
      }),
    );
  const routes = (snapshot: Snapshot, day: string) => ownedAfter(planned(snapshot, on(day)), "recordRoutes");

  it("count until the day on which they are suspended if nobody renews them", () => {
    const until = grace("2026-12-15T12:00:00Z");
    expect([routes(until, "2026-12-14"), routes(until, "2026-12-15"), routes(until, "2026-12-16")]).toEqual([
      ...[500, 0, 0],
    ]);
    expect(planned(until, on("2026-12-16")).go.map(({ kind }) => kind)).toContain("subscriptionInGrace");
  });

  it("go on counting where nobody told the day, or it had passed when they were read", () => {
    expect(routes(grace(), "2027-06-01")).toBe(500);
    expect(routes(grace("2026-11-20T00:00:00Z"), "2027-06-01")).toBe(500);
  });
});
