import { describe, expect, it } from "vitest";
import { breakdownOf, channelBreakdown, countedButDeleted, inboundOnlyPeople } from "./breakdown";
import { activity, filled, input, sent } from "../../../../test/fixtures/people.fixture";
import { possibleDuplicates } from "./persons";

const log = [
  sent("x", "2026-11-01", { deleted: true }),
  filled("y", "2026-11-02"),
  filled("y", "2026-11-03", { environmentId: "b" }),
  sent("z", "2026-11-03", { environmentId: "b", channel: "sms" }),
  sent("z", "2026-11-03", { channel: "email" }),
  sent("old", "2025-11-22", { deleted: true }),
  filled("old", "2025-11-22", { environmentId: "b", recordId: "older" }),
];

describe("people counted but deleted, and people with inbound interactions only", () => {
  it("are told from the log, within the twelve months", () => {
    expect(countedButDeleted(input({ interactions: log }))).toBe(1);
    expect(inboundOnlyPeople(input({ interactions: log }))).toBe(2);
  });

  it("are the same in whatever order the log stands", () => {
    const history = [sent("x", "2025-01-10"), sent("x", "2026-11-01"), filled("x", "2026-11-05")];
    expect(inboundOnlyPeople(input({ interactions: history }))).toBe(0);
    expect(inboundOnlyPeople(input({ interactions: [...history].reverse() }))).toBe(0);
  });

  it("of a record in two environments that counts once: it is deleted where it is deleted in both", () => {
    const twice = (deleted: readonly boolean[]) =>
      deleted.map((gone, index) => sent("x", "2026-11-01", { environmentId: ["a", "b"][index]!, deleted: gone }));
    const deletedOf = (...deleted: readonly boolean[]) =>
      countedButDeleted(input({ interactions: twice(deleted), policy: { crossEnvironmentDedup: "byRecordId" } }));
    expect(deletedOf(true, false)).toBe(0);
    expect(deletedOf(false, true)).toBe(0);
    expect(deletedOf(true, true)).toBe(1);
  });

  it("are told from counted activity as far as it says so", () => {
    const lastTouch = [
      { day: "2025-11-22", people: 50, deleted: 40, inboundOnly: 30 },
      { day: "2025-11-23", people: 9, deleted: 4, inboundOnly: 3 },
      { day: "2026-11-01", people: 5 },
    ];
    const told = [activity("a", { lastTouch }), activity("b", { lastTouch: [{ day: "2026-11-01", people: 1 }] })];
    expect(countedButDeleted(input({ activity: told }))).toBe(4);
    expect(inboundOnlyPeople(input({ activity: told }))).toBe(3);
    expect(countedButDeleted(input({ activity: told.slice(1) }))).toBeUndefined();
    expect(inboundOnlyPeople(input({}))).toBeUndefined();
  });
});

describe("interactions by channel", () => {
  it("are summed over environments, the busiest first, then by name", () => {
    expect(channelBreakdown(input({ interactions: log }))).toEqual([
      { channel: "email", interactions: 2 },
      { channel: "form", interactions: 2 },
      { channel: "sms", interactions: 1 },
    ]);
    const told = [
      activity("a", {
        channels: [
          { channel: "sms", interactions: 5 },
          { channel: "form", interactions: 8 },
        ],
      }),
      activity("b", {
        channels: [
          { channel: "whatsApp", interactions: 9 },
          { channel: "sms", interactions: 3 },
        ],
      }),
      activity("c"),
    ];
    expect(channelBreakdown(input({ activity: told }))).toEqual([
      { channel: "whatsApp", interactions: 9 },
      { channel: "form", interactions: 8 },
      { channel: "sms", interactions: 8 },
    ]);
  });

  it("are unknown when nobody told them", () => {
    expect(channelBreakdown(input({ activity: [activity("a")] }))).toBeUndefined();
  });
});

describe("possible duplicates (CI-J.interacted-people.environments)", () => {
  const copies = [
    ...["a", "b", "c"].map((environmentId) => sent("x", "2026-11-01", { environmentId })),
    ...["a", "b"].map((environmentId) => sent("y", "2026-11-01", { environmentId, deleted: environmentId === "b" })),
    sent("z", "2026-11-01"),
    sent("z", "2026-11-01", { table: "lead", environmentId: "b" }),
    sent("gone", "2026-11-01"),
    sent("gone", "2025-11-22", { environmentId: "b" }),
    sent("strange", "2026-11-01"),
    sent("strange", "2026-11-01", { environmentId: "d" }),
  ];

  it("are the extra counts of a record that counts in several environments", () => {
    expect(possibleDuplicates(input({ interactions: copies }))).toBe(3);
    expect(possibleDuplicates(input({ interactions: copies, policy: { deletedRecords: "ignore" } }))).toBe(2);
    expect(possibleDuplicates(input({ interactions: copies, policy: { crossEnvironmentDedup: "byRecordId" } }))).toBe(
      3,
    );
    expect(possibleDuplicates(input({ interactions: copies.slice(5, 7) }))).toBe(0);
  });

  it("are not known from counted activity", () => {
    expect(possibleDuplicates(input({ activity: [activity("a")] }))).toBeUndefined();
  });
});

describe("the breakdown of interacted people", () => {
  it("has what the log tells, and no part that nobody told", () => {
    expect(breakdownOf(input({ interactions: log }))).toEqual({
      ...{ deleted: 1, inboundOnly: 2 },
      channels: [
        { channel: "email", interactions: 2 },
        { channel: "form", interactions: 2 },
        { channel: "sms", interactions: 1 },
      ],
    });
    const channels = [{ channel: "sms", interactions: 3 }];
    expect(breakdownOf(input({ activity: [activity("a", { channels })] }))).toEqual({ channels });
    const lastTouch = [{ day: "2026-11-01", people: 5, deleted: 0 }];
    expect(breakdownOf(input({ activity: [activity("a", { lastTouch })] }))).toEqual({ deleted: 0 });
    const inbound = [{ day: "2026-11-01", people: 5, inboundOnly: 2 }];
    expect(breakdownOf(input({ activity: [activity("a", { lastTouch: inbound })] }))).toEqual({ inboundOnly: 2 });
    expect(breakdownOf(input({}))).toBeUndefined();
  });
});
