import { describe, expect, it } from "vitest";
import type { EnvironmentCounting, CountingInput } from "../used/countingInput";
import { interactedPeople, monthlyInteractions } from "./count";
import { activity, asOf, filled, input, sent } from "../../../../test/fixtures/people.fixture";

/** Figures by environment; `undefined` when nothing was handed in. */
const counted =
  ({ count }: EnvironmentCounting) =>
  (question: CountingInput) => {
    const figureOf = count(question);
    if (figureOf === undefined) return undefined;
    return Object.fromEntries(
      ["a", "b", "c", "d"].flatMap((id) => {
        const figure = figureOf(id);
        return figure === undefined ? [] : [[id, figure.kind === "known" ? figure.value : figure.kind]];
      }),
    );
  };

const people = counted(interactedPeople);
const interactions = counted(monthlyInteractions);

describe("CI-J.interacted-people.window", () => {
  const touched = (asOfDay: string) =>
    people(
      input({
        activity: [
          activity("a", {
            measuredAt: "2025-03-01T00:00:00Z",
            lastTouch: [
              { day: "2024-03-09", people: 1 },
              { day: "2024-03-10", people: 20 },
              { day: "2024-03-11", people: 300 },
            ],
          }),
        ],
        asOf: `${asOfDay}T23:59:59Z`,
      }),
    );

  it("last touch 2024-03-10: counted on 2025-03-09, not on 2025-03-10", () => {
    expect(touched("2025-03-09")).toEqual({ a: 320 });
    expect(touched("2025-03-10")).toEqual({ a: 300 });
    expect(touched("2025-03-11")).toEqual({ a: 0 });
  });

  it("counts the same from the log itself", () => {
    const log = [sent("x", "2024-03-10"), sent("y", "2025-03-01")];
    const at = (day: string) => people(input({ interactions: log, asOf: `${day}T00:00:00Z` }));
    expect(at("2025-03-09")).toEqual({ a: 2 });
    expect(at("2025-03-10")).toEqual({ a: 1 });
  });

  it("begins the day at the time zone's midnight", () => {
    const log = [sent("x", "2024-03-10"), sent("y", "2025-03-01")];
    const at = (timeZone: string) =>
      people(input({ interactions: log, asOf: "2025-03-09T16:00:00Z", policy: { timeZone } }));
    expect(at("UTC")).toEqual({ a: 2 });
    expect(at("Asia/Tokyo")).toEqual({ a: 1 });
  });

  it("a log that ended twelve months ago says nothing, and never 0", () => {
    const ended = activity("a", { measuredAt: "2024-03-10T12:00:00Z", lastTouch: [{ day: "2024-03-10", people: 5 }] });
    const at = (day: string) => people(input({ activity: [ended], asOf: `${day}T00:00:00Z` }));
    expect(at("2025-03-09")).toEqual({ a: 5 });
    expect(at("2025-03-10")).toBeUndefined();
  });
});

describe("CI-J.interacted-people.definition", () => {
  it("counts inbound interactions as well, and every table", () => {
    const log = [filled("x", "2026-11-01"), sent("x", "2026-11-02", { table: "account" }), sent("y", "2026-11-03")];
    expect(people(input({ interactions: log }))).toEqual({ a: 3 });
  });

  it("is an estimate from the activity, as old as that", () => {
    const question = input({
      activity: [activity("a", { measuredAt: "2026-11-20T00:00:00Z", lastTouch: [{ day: "2026-11-01", people: 7 }] })],
    });
    expect(interactedPeople.count(question)?.("a")).toEqual({
      ...{ kind: "known", value: 7, asOf: "2026-11-20T00:00:00Z", source: "activity", confidence: "estimated" },
    });
    expect(interactedPeople.closed).toBe(false);
    expect(monthlyInteractions.closed).toBe(false);
  });
});

describe("CI-J.interacted-people.deleted", () => {
  const log = [sent("x", "2026-11-01", { deleted: true }), sent("y", "2026-11-01"), sent("z", "2026-11-02")];

  it("counts a deleted record until its twelve months end, or not with deletedRecords = ignore", () => {
    expect(people(input({ interactions: log }))).toEqual({ a: 3 });
    expect(people(input({ interactions: log, policy: { deletedRecords: "ignore" } }))).toEqual({ a: 2 });
  });

  it("does the same with counted activity; deleted people that nobody told apart count", () => {
    const lastTouch = [
      { day: "2026-11-01", people: 10, deleted: 4 },
      { day: "2026-11-02", people: 100 },
    ];
    const given = { activity: [activity("a", { lastTouch })] };
    expect(people(input(given))).toEqual({ a: 110 });
    expect(people(input({ ...given, policy: { deletedRecords: "ignore" } }))).toEqual({ a: 106 });
  });
});

describe("CI-J.interacted-people.environments", () => {
  const copied = [
    sent("x", "2026-11-01"),
    sent("x", "2026-11-05", { environmentId: "b" }),
    sent("x", "2026-11-03", { environmentId: "c" }),
    sent("y", "2026-11-01", { environmentId: "b" }),
    sent("x", "2026-11-01", { environmentId: "b", table: "lead" }),
  ];
  const once = { crossEnvironmentDedup: "byRecordId" } as const;

  it("counts a record in every environment that touched it", () => {
    expect(people(input({ interactions: copied }))).toEqual({ a: 1, b: 3, c: 1 });
  });

  it("counts it once with crossEnvironmentDedup = byRecordId, in the first environment by id", () => {
    expect(people(input({ interactions: copied, policy: once }))).toEqual({ a: 1, b: 2, c: 0 });
    expect(people(input({ interactions: [...copied].reverse(), policy: once }))).toEqual({ a: 1, b: 2, c: 0 });
  });

  it("counts it where it still counts, and where the tenant still has the environment", () => {
    const old = [sent("x", "2025-11-01"), sent("x", "2026-11-01", { environmentId: "b" })];
    expect(people(input({ interactions: old, policy: once }))).toEqual({ a: 0, b: 1 });
    expect(people(input({ interactions: copied, policy: once, environments: ["b", "c"] }))).toEqual({ b: 3, c: 0 });
  });

  it("asks the existing record, not the deleted one, when deleted ones are ignored", () => {
    const log = [sent("x", "2026-11-05", { deleted: true }), sent("x", "2026-11-01", { environmentId: "b" })];
    expect(people(input({ interactions: log, policy: { ...once, deletedRecords: "ignore" } }))).toEqual({ a: 0, b: 1 });
    expect(people(input({ interactions: log, policy: once }))).toEqual({ a: 1, b: 0 });
  });

  it("cannot tell records of counted activity apart", () => {
    const lastTouch = [{ day: "2026-11-01", people: 5 }];
    const given = { activity: ["a", "b"].map((id) => activity(id, { lastTouch })) };
    expect(people(input({ ...given, policy: once }))).toEqual({ a: 5, b: 5 });
    expect(
      people(input({ ...given, interactions: [sent("x", "2026-11-01", { environmentId: "c" })], policy: once })),
    ).toEqual({ a: 5, b: 5, c: 1 });
  });
});

describe("what was handed in", () => {
  const lastTouch = [{ day: "2026-11-01", people: 5 }];

  it("is unknown when absent, and stays so for an environment that is not among it", () => {
    expect(people(input({}))).toBeUndefined();
    expect(people(input({ activity: [], interactions: [] }))).toBeUndefined();
    expect(people(input({ activity: [activity("a", { lastTouch })] }))).toEqual({ a: 5 });
  });

  it("is unknown when measured after the question, not when measured with it", () => {
    const measured = (measuredAt: string) => input({ activity: [activity("a", { measuredAt, lastTouch })] });
    expect(people(measured("2026-11-22T20:00:01Z"))).toBeUndefined();
    expect(people(measured(asOf))).toEqual({ a: 5 });
  });

  it("counts environments of the tenant only, and all of them when the list was not read", () => {
    const given = { activity: [activity("d", { lastTouch })] };
    expect(people(input(given))).toBeUndefined();
    const source = "powerplatform.environments";
    const notRead = { kind: "notRead", source, reason: { code: "forbidden" } } as const;
    expect(people(input({ ...given, more: { environments: notRead } }))).toEqual({ d: 5 });
  });

  it("stands with the newest count of an environment, of two of one time the larger, and the log before counts", () => {
    const counts = [
      activity("a", { measuredAt: "2026-11-20T00:00:00Z", lastTouch: [{ day: "2026-11-01", people: 9 }] }),
      activity("a", { measuredAt: "2026-11-21T00:00:00Z", lastTouch: [{ day: "2026-11-01", people: 3 }] }),
      activity("a", { measuredAt: "2026-11-21T00:00:00Z", lastTouch: [{ day: "2026-11-01", people: 4 }] }),
    ];
    expect(people(input({ activity: counts }))).toEqual({ a: 4 });
    expect(people(input({ activity: [...counts].reverse() }))).toEqual({ a: 4 });
    expect(people(input({ activity: counts, interactions: [sent("x", "2026-01-01")] }))).toEqual({ a: 1 });
  });
});

describe("CI-J.interactions.counting", () => {
  const log = [
    sent("x", "2026-11-01T00:00:00Z"),
    sent("x", "2026-11-02", { channel: "sms" }),
    sent("x", "2026-10-31T23:59:59Z"),
    filled("x", "2026-11-03"),
    sent("y", "2026-11-04", { environmentId: "b", channel: "whatsapp" }),
  ];

  it("counts outbound messages of the current month on all channels; all adds inbound", () => {
    expect(interactions(input({ interactions: log }))).toEqual({ a: 2, b: 1 });
    expect(interactions(input({ interactions: log, policy: { interactionMeter: "all" } }))).toEqual({ a: 3, b: 1 });
  });

  it("begins the month at the time zone's midnight", () => {
    expect(interactions(input({ interactions: log, policy: { timeZone: "Asia/Tokyo" } }))).toEqual({ a: 3, b: 1 });
    expect(interactions(input({ interactions: log, policy: { timeZone: "America/Los_Angeles" } }))).toEqual({
      a: 1,
      b: 1,
    });
  });

  it("is 0 for an environment whose log reaches the month without a message", () => {
    const quiet = [sent("x", "2026-10-01"), sent("y", "2026-11-02", { environmentId: "b" })];
    expect(interactions(input({ interactions: quiet }))).toEqual({ a: 0, b: 1 });
  });

  it("is unknown when the log ends before the month (GEN.reset.monthly)", () => {
    const messages = [
      { month: "2026-10", outbound: 50, inbound: 5 },
      { month: "2026-11", outbound: 20, inbound: 2 },
    ];
    const at = (measuredAt: string) => interactions(input({ activity: [activity("a", { measuredAt, messages })] }));
    expect(at("2026-10-31T23:59:59Z")).toEqual({});
    expect(at("2026-11-01T00:00:00Z")).toEqual({ a: 20 });
  });
});
