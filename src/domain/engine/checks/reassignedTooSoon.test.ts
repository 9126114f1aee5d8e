import { describe, expect, it } from "vitest";
import { fakeTenant, guid, skuIds } from "../../../../test/fixtures/fakeTenant.fixture";
import type { Assignment } from "../..";
import { earliestReassignment } from "../seats/reassignment";
import { foundIn } from "../../../../test/fixtures/mappedTenant.fixture";

const kind = "reassignedTooSoon";
const [skuId, skuPartNumber] = skuIds.contactCenterVoice;

const first: Assignment = {
  ...{ skuId, userId: "ann", assignedAt: "2025-01-01T08:00:00Z" },
  ...{ removedAt: "2025-03-01T08:00:00Z", passedTo: "bea" },
};

const next = (assignedAt: string): Assignment => ({ skuId, userId: "bea", assignedAt });

const found = (...assignments: readonly Assignment[]) =>
  foundIn(kind, fakeTenant().withSku("contactCenterVoice", 2).withFacts({ assignments }));

const dates = (...assignments: readonly Assignment[]) =>
  found(...assignments).map(({ facts }) => [facts["reassignedOn"], facts["days"]]);

describe("CC.reassign.90", () => {
  it("assigned on 1 January 2025 it is free from 1 April 2025", () => {
    expect(earliestReassignment("2025-01-01")).toBe("2025-04-01");
    expect(dates(first, next("2025-03-31T23:59:59Z"))).toEqual([["2025-03-31", 89]]);
    expect(dates(first, next("2025-04-01T00:00:00Z"))).toEqual([]);
    expect(dates(first, next("2025-04-02T00:00:00Z"))).toEqual([]);
  });

  it("tells who passed what to whom, when, and from when it would have been allowed", () => {
    expect(found(first, next("2025-03-02T08:00:00Z"))).toEqual([
      {
        id: `reassignedTooSoon:${skuId}:ann:2025-01-01`,
        kind,
        severity: "warning",
        rule: "CC.reassign.90",
        subjects: [
          { type: "account", id: "ann", name: "ann" },
          { type: "account", id: "bea", name: "bea" },
          { type: "sku", id: skuId, name: skuPartNumber },
        ],
        facts: {
          ...{ skuPartNumber, product: "contactCenterVoice", productName: "Dynamics 365 Contact Center Voice" },
          ...{ userId: "ann", passedTo: "bea", assignedOn: "2025-01-01", reassignedOn: "2025-03-02" },
          ...{ days: 60, neededDays: 90, earliestOn: "2025-04-01", basis: "told" },
        },
      },
    ]);
  });

  it.each(["absent", "permanent"] as const)("%s is an exception", (exception) => {
    expect(found({ ...first, exception }, next("2025-03-02T08:00:00Z"))).toEqual([]);
  });

  it("does not judge a licence that was held before the ledger began", () => {
    expect(found({ ...first, heldBefore: true }, next("2025-03-02T08:00:00Z"))).toEqual([]);
  });

  it("takes the day of giving up where the next holder has no line", () => {
    expect(dates(first)).toEqual([["2025-03-01", 59]]);
  });

  it("counts from the day of the assignment itself, and says nothing of a line that ends before it begins", () => {
    expect(dates({ ...first, removedAt: "2025-01-01T20:00:00Z" })).toEqual([["2025-01-01", 0]]);
    expect(dates({ ...first, removedAt: "2024-12-31T20:00:00Z" })).toEqual([]);
  });

  it("takes the first line of the next holder that can be meant", () => {
    const earlier = next("2025-02-28T00:00:00Z");
    const other = { ...next("2025-03-03T00:00:00Z"), skuId: guid(5) };
    const stranger = { ...next("2025-03-04T00:00:00Z"), userId: "cat" };
    const same = next("2025-03-01T08:00:00Z");
    const late = next("2025-03-20T00:00:00Z");
    expect(dates(first, late, earlier, other, stranger, next("2025-03-10T00:00:00Z"))).toEqual([["2025-03-10", 68]]);
    expect(dates(first, late, same)).toEqual([["2025-03-01", 59]]);
  });

  it("takes lines after the assignment where nobody said when it was given up", () => {
    const { removedAt: _removedAt, ...open } = first;
    expect(dates(open, next("2024-12-31T00:00:00Z"), next("2025-01-02T00:00:00Z"))).toEqual([["2025-01-02", 1]]);
    expect(dates(open)).toEqual([]);
  });

  it("says nothing of what was given up and passed to nobody, nor without a ledger", () => {
    const { passedTo: _passedTo, ...kept } = first;
    expect(found(kept)).toEqual([]);
    expect(foundIn(kind, fakeTenant())).toEqual([]);
  });

  it.each([
    [20, 20, undefined],
    [21, 20, 21],
  ])("of %i lines of one licence it tells the latest %i, and of another licence its own", (count, told, lines) => {
    const passed = Array.from({ length: count }, (_, index) => ({
      ...{ ...first, userId: guid(count - index) },
      removedAt: `2025-02-${String(28 - index).padStart(2, "0")}T08:00:00Z`,
    }));
    const findings = found(...passed, { ...first, skuId: guid(5) });
    const ofLicence = findings.filter(({ facts }) => facts["skuPartNumber"] !== undefined);
    expect(ofLicence.map(({ facts }) => [facts["userId"], facts["lines"]])).toEqual(
      Array.from({ length: told }, (_, index) => [guid(count - told + index + 1), lines]),
    );
    expect(findings.length - ofLicence.length).toBe(1);
  });

  it("names a licence as far as it is known, and tells equal lines once", () => {
    const stranger = { ...first, skuId: guid(5) };
    const unknown = { ...first, skuId: guid(6) };
    const tenant = fakeTenant()
      .withSku([guid(6), "CONTOSO"], 1)
      .withFacts({ assignments: [stranger, unknown, stranger] });
    const named = foundIn(kind, tenant).map(({ subjects, facts }) => [
      subjects.at(-1)?.name,
      facts["skuPartNumber"],
      facts["product"],
    ]);
    expect(named).toEqual([
      [guid(5), undefined, undefined],
      ["CONTOSO", "CONTOSO", undefined],
    ]);
  });
});
