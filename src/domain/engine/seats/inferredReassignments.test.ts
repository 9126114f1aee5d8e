import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../calendar";
import { fakeTenant, skuIds } from "../../../../test/fixtures/fakeTenant.fixture";
import { foundIn } from "../../../../test/fixtures/mappedTenant.fixture";
import type { Assignment } from "../..";
import { inferredReassignments } from "./inferredReassignments";

const [skuId] = skuIds.contactCenterVoice;
const at = (day: string) => `${day}T08:00:00Z`;
const line = (userId: string, from: string, to?: string, more: Partial<Assignment> = {}): Assignment => ({
  ...{ skuId, userId, assignedAt: at(from) },
  ...(to === undefined ? {} : { removedAt: at(to) }),
  ...more,
});

const ann = line("ann", "2025-01-01", "2025-03-01");
/** From, to and days of what is found among so many licences. */
const found = (units: number | undefined, ...ledger: readonly Assignment[]) =>
  inferredReassignments(ledger, units).map(({ userId, passedTo, reassignedOn, days }) =>
    [userId, passedTo, reassignedOn, days].join(" "),
  );

describe("CC.reassign.90, from first and last days alone", () => {
  it("a licence taken from one person and seen with another, with no other one free, was passed on", () => {
    expect(found(1, ann, line("bea", "2025-03-02"))).toEqual(["ann bea 2025-03-02 60"]);
  });

  it.each([
    ["2025-03-31", ["ann bea 2025-03-31 89"]],
    ["2025-04-01", []],
    ["2025-04-02", []],
  ])("assigned on 1 January 2025 it is free from 1 April 2025: %s", (day, expected) => {
    expect(found(1, ann, line("bea", day))).toEqual(expected);
  });

  it("says nothing while another licence was free", () => {
    expect(found(2, ann, line("bea", "2025-03-02"))).toEqual([]);
    expect(found(2, ann, line("cat", "2025-02-01"), line("bea", "2025-03-02"))).toEqual(["ann bea 2025-03-02 60"]);
    expect(found(2, ann, line("cat", "2025-02-01", "2025-03-02"), line("bea", "2025-03-02"))).toEqual([
      "ann bea 2025-03-02 60",
    ]);
  });

  it("takes a licence whose days are over before one whose are not", () => {
    const old = line("cat", "2024-06-01", "2025-02-01");
    expect(found(2, old, ann, line("bea", "2025-03-02"))).toEqual([]);
    expect(found(2, old, ann, line("bea", "2025-03-02"), line("dan", "2025-03-03"))).toEqual(["ann dan 2025-03-03 61"]);
  });

  it("of several takes the one assigned longest ago, each once", () => {
    const eve = line("eve", "2025-01-10", "2025-02-20");
    expect(found(2, eve, ann, line("bea", "2025-03-02"), line("dan", "2025-03-05"))).toEqual([
      ...["ann bea 2025-03-02 60", "eve dan 2025-03-05 54"],
    ]);
  });

  it("of two assigned in one instant takes the first by id, whatever the order of the lines", () => {
    const ledger = [ann, line("eve", "2025-01-01", "2025-03-01"), line("bea", "2025-03-02")];
    expect(found(2, ...ledger)).toEqual(["ann bea 2025-03-02 60"]);
    expect(found(2, ...ledger.toReversed())).toEqual(["ann bea 2025-03-02 60"]);
  });

  it("is no matter when the same person gets it back", () => {
    expect(found(1, ann, line("ann", "2025-03-02"))).toEqual([]);
    expect(found(1, ann, line("ann", "2025-03-02", "2025-03-10"), line("bea", "2025-03-11"))).toEqual([
      "ann bea 2025-03-11 9",
    ]);
  });

  it.each(["absent", "permanent"] as const)("%s is an exception", (exception) => {
    expect(found(1, { ...ann, exception }, line("bea", "2025-03-02"))).toEqual([]);
  });

  it("leaves to the ledger what it says itself, and does not judge who held it before it began", () => {
    expect(found(1, { ...ann, passedTo: "bea" }, line("bea", "2025-03-02"))).toEqual([]);
    expect(
      found(2, ann, { ...line("eve", "2025-01-01", "2025-03-01"), passedTo: "bea" }, line("bea", "2025-03-02")),
    ).toEqual([]);
    expect(found(1, { ...ann, heldBefore: true }, line("bea", "2025-03-02"))).toEqual([]);
  });

  it("takes a licence given up in the same instant, and leaves out lines without any time", () => {
    expect(found(1, ann, line("bea", "2025-03-01"))).toEqual(["ann bea 2025-03-01 59"]);
    expect(found(1, line("ann", "2025-01-01", "2025-01-01"), line("bea", "2025-01-02"))).toEqual([]);
    expect(found(1, line("ann", "2025-01-02", "2025-01-01"), line("bea", "2025-01-03"))).toEqual([]);
  });

  it("where nobody knows how many there are, takes none to be free", () => {
    expect(found(undefined, ann, line("bea", "2025-03-02"))).toEqual(["ann bea 2025-03-02 60"]);
  });

  const anyLine = fc
    .record({
      userId: fc.constantFrom("ann", "bea", "cat", "dan"),
      from: fc.nat(200),
      days: fc.option(fc.integer({ min: 1, max: 150 }), { nil: undefined }),
    })
    .map(({ userId, from, days }) => {
      const day = addDays("2025-01-01", from);
      return line(userId, day, days === undefined ? undefined : addDays(day, days));
    });

  it("law: more licences never make more of it, and the order of lines does not matter", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), fc.nat(12), fc.nat(3), (ledger, units, more) => {
        const some = found(units, ...ledger);
        expect(found(units + more, ...ledger).length).toBeLessThanOrEqual(some.length);
        expect(found(units, ...ledger.toReversed())).toEqual(some);
        expect(some.length).toBeLessThanOrEqual(ledger.filter(({ removedAt }) => removedAt !== undefined).length);
      }),
    );
  });
});

describe("reassignedTooSoon", () => {
  const ledger = (count: number) =>
    fakeTenant()
      .withSku("contactCenterVoice", count)
      .withFacts({ assignments: [ann, line("bea", "2025-03-02")] });

  it("says that nobody told it, and is a warning", () => {
    expect(foundIn("reassignedTooSoon", ledger(1))).toMatchObject([
      {
        severity: "warning",
        rule: "CC.reassign.90",
        facts: { userId: "ann", passedTo: "bea", days: 60, earliestOn: "2025-04-01", basis: "ledger" },
      },
    ]);
    expect(foundIn("reassignedTooSoon", ledger(2))).toEqual([]);
  });
});
