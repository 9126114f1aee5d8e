import { describe, expect, it } from "vitest";
import { asOf, input } from "../../../../test/fixtures/people.fixture";
import type { Currency, ImportedReading, TenantFacts } from "../../snapshot/facts";
import { currencyConsumed } from "./currencies";

const currency = (type: string, consumed?: number, measuredAt?: string): Currency => ({
  ...{ type, purchased: 25_000, allocated: 0 },
  ...(consumed === undefined ? {} : { consumed }),
  ...(measuredAt === undefined ? {} : { measuredAt }),
});

const read = (...value: readonly Currency[]): TenantFacts["currencies"] & object => ({
  ...{ kind: "read", source: "powerplatform.currencies", asOf: "2026-11-22T19:00:00Z", value },
});

const messages = currencyConsumed("copilotMessages");
const sessions = currencyConsumed("copilotSessions");
const of = (currencies: TenantFacts["currencies"] & object, more: Partial<TenantFacts> = {}, policy = {}) =>
  input({ more: { currencies, ...more }, policy });
const unknown = (code: string) => ({ kind: "unknown", reason: { code } });

describe("CC.copilot.not-included: messages", () => {
  it("are what the service counts for the tenant", () => {
    const currencies = read(currency("MCSMessages", 1_200, "2026-11-21T00:00:00Z"), currency("AI", 9));
    expect(messages(of(currencies))).toEqual({
      ...{ kind: "known", value: 1_200, asOf: "2026-11-21T00:00:00Z" },
      ...{ source: "powerplatform.currencies", confidence: "measured" },
    });
  });

  it("are as old as the reading when the service gives no date, and whole", () => {
    expect(messages(of(read(currency("MCSMessages", 0.1))))).toMatchObject({ value: 1, asOf: "2026-11-22T19:00:00Z" });
    expect(messages(of(read(currency("MCSMessages", 0))))).toMatchObject({ value: 0 });
  });

  it("are unknown when the service was not asked, refused, has no such currency, or gives no figure", () => {
    expect(messages(input({}))).toEqual(unknown("sourceNotRead"));
    const reason = { code: "forbidden" } as const;
    expect(messages(of({ kind: "notRead", source: "powerplatform.currencies", reason }))).toEqual({
      kind: "unknown",
      reason,
    });
    expect(messages(of(read(currency("MCSSessions", 5))))).toEqual(unknown("noReading"));
    expect(messages(of(read(currency("MCSMessages"))))).toEqual(unknown("noReading"));
  });

  it("are unknown when the figure is of an earlier month, in the time zone of the policy", () => {
    const october = read(currency("MCSMessages", 7, "2026-10-31T23:30:00Z"));
    expect(messages(of(october))).toEqual(unknown("noReading"));
    expect(messages(of(october, {}, { timeZone: "Europe/Berlin" }))).toMatchObject({ value: 7 });
    expect(messages(of(read(currency("MCSMessages", 7, "2026-11-01T00:00:00Z"))))).toMatchObject({ value: 7 });
  });
});

describe("CC.pva.exclusive: sessions", () => {
  it("are those of both currencies, as old as the older", () => {
    const both = [
      currency("MCSSessions", 30.5, "2026-11-21T00:00:00Z"),
      currency("VAConversations", 7, "2026-11-20T00:00:00Z"),
    ];
    const expected = { value: 38, asOf: "2026-11-20T00:00:00Z" };
    expect(sessions(of(read(...both)))).toMatchObject(expected);
    expect(sessions(of(read(...both.reverse())))).toMatchObject(expected);
    expect(sessions(of(read(currency("VAConversations", 7))))).toMatchObject({ value: 7 });
  });

  it("are unknown when one of the two is", () => {
    expect(sessions(of(read(currency("MCSSessions", 30), currency("VAConversations"))))).toEqual(unknown("noReading"));
  });
});

describe("readings that were handed in", () => {
  const reading = (environmentId: string, value: number, measuredAt = asOf): ImportedReading => ({
    ...{ environmentId, meter: "copilotMessages", value, measuredAt },
  });
  const imported = [
    reading("a", 10, "2026-11-20T00:00:00Z"),
    reading("a", 4, "2026-11-10T00:00:00Z"),
    reading("b", 5),
    reading("c", 100, "2026-10-31T00:00:00Z"),
    reading("elsewhere", 1_000),
    { ...reading("b", 2_000), meter: "copilotSessions" as const },
  ];

  it("stand where the service gives no figure: the latest of each environment, of this month", () => {
    expect(messages(input({ more: { imported } }))).toEqual({
      ...{ kind: "known", value: 15, asOf: "2026-11-20T00:00:00Z", source: "import.csv", confidence: "imported" },
    });
  });

  it("stand back where it does", () => {
    expect(messages(of(read(currency("MCSMessages", 3)), { imported }))).toMatchObject({ value: 3 });
  });
});
