import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findings, meters, type FindingKind } from "../../domain";
import { findingText, findingTexts } from "./findingTexts";

const isKind = (name: string): name is FindingKind => Object.hasOwn(findings, name);
const kinds = Object.keys(findings).filter(isKind);

/** Their figures are people, licences or environments, whatever the meter. */
const namesPeople: readonly FindingKind[] = [
  ...(["capabilityMissing", "prerequisiteMissing", "multiplexing", "doubleUserLicences", "addOnMaximum"] as const),
  ...(["failedInstallHoldsSlot", "dataWithoutRight", "serviceLimitExceeded", "channelAdvisory"] as const),
];

const names = [
  ...["meter", "unit", "owned", "used", "over", "read", "total", "productName", "quantity", "days", "endsOn", "state"],
  ...["reason", "environments", "renewal", "phase", "explanation", "direction", "percent", "people", "related"],
];
const values = fc.oneof(
  fc.nat(1_000_000_000_000),
  fc.constantFrom(...meters.map(({ id }) => id), "renews", "ends", "forbidden", "no", "down"),
);

describe("findingTexts", () => {
  it("has a text for every kind", () => {
    expect(Object.keys(findingTexts).sort()).toEqual([...kinds].sort());
  });

  it.each(kinds)("%s is said whole, whatever is known", (kind) => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), values), (facts) => {
        const { title, advice } = findingText({ kind, facts });
        for (const text of Object.values(findingText({ kind, facts }))) {
          expect(text).not.toMatch(/undefined|NaN|\[object|function/);
        }
        expect(title).toMatch(/^\S.*[^.]$/);
        expect(advice).toMatch(/\.$/);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    [{ meter: "storageFile", units: 3, productName: "File Capacity" }, "reduce the use or buy 3 of File Capacity."],
    [{ meter: "cases", users: 12 }, "reduce the use or hold 12 user licences in all."],
    [{ meter: "cases", users: 1, addOns: 7 }, "buy 7 add-ons for cases, or hold 1 user licence in all."],
    [{ meter: "recordRoutes" }, "reduce the use or buy what is missing."],
  ])("CC.storage.more and CSI.balance: says how much to buy (%o)", (facts, said) => {
    expect(findingText({ kind: "overQuota", facts }).advice).toContain(said);
  });

  it("calls what is not known unknown, never 0", () => {
    const { sentence } = findingText({ kind: "overQuota", facts: { meter: "storageLog", used: 7 } });
    expect(sentence).toBe("0.007 of unknown used, over by unknown.");
  });

  const storage = {
    meter: "storageDatabase",
    owned: 54_000,
    used: 48_500,
    over: 1_250,
    allocated: 50_000,
    percent: 97,
  };

  it.each([
    ["nearQuota", "48.5 of 54 GB used."],
    ["overQuota", "48.5 of 54 GB used, over by 1.25 GB."],
    ["allocationNearlyUsed", "48.5 of 50 GB set aside for it, 97 %."],
  ] as const)("%s tells storage in GB of 1,000 MB, both sides alike", (kind, said) => {
    expect(findingText({ kind, facts: storage }).sentence).toBe(said);
  });

  it.each([
    [{ endsOn: "2026-12-15", days: 15 }, "on 2026-12-15, in 15 days."],
    [{ endsOn: "2026-11-20", days: -2 }, "on 2026-11-20, a day that has passed."],
    [{}, "on a day that is not known."],
  ])("tells no days before today: %o", (dates, said) => {
    const facts = { productName: "Log", quantity: 2, ...dates };
    expect(findingText({ kind: "subscriptionInGrace", facts }).sentence).toContain(said);
  });

  it.each([
    ["told", /^ann had it from 2025-01-01 and bea has it since 2025-03-02, after 60 days instead of 90\.$/],
    ["ledger", /^bea got one on 2025-03-02 while no other was free, so .* ann had from 2025-01-01, after 60 days/],
  ])("CC.reassign.90: says what the ledger says and what follows from it (%s)", (basis, said) => {
    const people = { userId: "ann", passedTo: "bea", assignedOn: "2025-01-01", reassignedOn: "2025-03-02" };
    const facts = { ...people, days: 60, neededDays: 90, earliestOn: "2025-04-01", basis };
    expect(findingText({ kind: "reassignedTooSoon", facts }).sentence).toMatch(said);
  });

  it("says of what something is over by", () => {
    const facts = { meter: "recordRoutes", owned: 5_000, used: 5_001, over: 1 };
    expect(findingText({ kind: "overQuota", facts }).sentence).toBe("5,001 of 5,000 routes used, over by 1 route.");
  });

  it("tells no amount of storage in MB", () => {
    const amounts = [
      "used",
      "owned",
      "over",
      "free",
      "allocated",
      "shown",
      "before",
      "duplicates",
      "without",
      "people",
    ];
    const ofPools = ["perLicence", "once", "inForce", "official", "catalogue", "ownedOfficial", "usedOfficial"];
    const parts = ["ratedMore", "defaultAllowance", "excludedTypes", "unexplained", "moreDatabase", "moreFile"];
    const differences = { usedDifference: 1, ownedDifference: 1 };
    const figures = Object.fromEntries([...amounts, ...ofPools, ...parts].map((name) => [name, 48_500]));
    const ofStorage = kinds.filter((kind) => !namesPeople.includes(kind));
    const facts = { meter: "storageDatabase", ...figures, ...differences };
    const said = ofStorage.map((kind) => [kind, Object.values(findingText({ kind, facts })).join(" ")] as const);
    expect(said.filter(([, text]) => text.includes("48,500"))).toEqual([]);
  });
});
