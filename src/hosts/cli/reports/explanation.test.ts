import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, runId } from "../../../../test/fixtures/fakeTenant.fixture";
import { assemble, decode, defaultSettings, encode, type MeterReport, type PeopleBreakdown } from "../../../domain";
import { explanationText } from "./explanation";

const snapshot = assemble(fakeTenant().withSku("customerInsightsAttach").facts(), defaultSettings, { id: runId, asOf });

const people = (breakdown: PeopleBreakdown): readonly MeterReport[] =>
  snapshot.meters.flatMap((report) => (report.meter === "interactedPeople" ? [{ ...report, breakdown }] : []));

const textOf = (breakdown: PeopleBreakdown): string =>
  people(breakdown)
    .map((report) => explanationText(snapshot, report))
    .join("\n");

describe("who the interacted people are", () => {
  const whole = { deleted: 1_200, inboundOnly: 1, channels: [{ channel: "email", interactions: 5_000 }] };

  it("stands below the lines of the entitlement", () => {
    expect(textOf(whole)).toMatch(/Who they are.*\n {2}Record deleted, still counted\s+1,200 people\n/);
    expect(textOf(whole)).toMatch(/\n {2}Nothing was sent to them\s+1 person\n {2}email\s+5,000 interactions\n/);
  });

  it("leaves out what nobody told", () => {
    expect(textOf({ deleted: 0 })).toMatch(/Record deleted, still counted\s+0 people/);
    expect(textOf({ deleted: 0 })).not.toContain("Nothing was sent");
  });

  it("is kept by encode and decode", () => {
    const told = { ...snapshot, meters: people(whole) };
    expect(decode(encode(told))).toEqual({ kind: "snapshot", snapshot: told });
  });
});
