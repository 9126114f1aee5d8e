import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, type FakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import type { PeopleActivity } from "../..";
import { foundIn } from "../../../../test/fixtures/mappedTenant.fixture";

const kind = "smsProviderMissing";

const finding = { id: "smsProviderMissing:sms", kind, severity: "warning", rule: "CI-J.sms" };
const alpha = { type: "environment", id: "a", name: "Alpha" };

const sending = fakeTenant()
  .withEnvironment("b", { channels: ["email", "push"] })
  .withEnvironment("a", { name: "Alpha", channels: ["email", "sms"] });

const none = { declared: { smsProvider: false } };

describe("CI-J.sms", () => {
  it("warns when text messages are sent and there is no provider", () => {
    expect(foundIn(kind, sending, none)).toEqual([
      { ...finding, subjects: [alpha], facts: { environments: 1, declared: "no" } },
    ]);
  });

  it("asks while nobody said either way, and is content with one", () => {
    expect(foundIn(kind, sending)).toEqual([
      { ...finding, severity: "info", subjects: [alpha], facts: { environments: 1, declared: "notTold" } },
    ]);
    expect(foundIn(kind, sending, { declared: { smsProvider: true } })).toEqual([]);
  });

  const plain = fakeTenant().withEnvironment("a", { name: "Alpha" }).withEnvironment("b");
  const ids = (tenant: FakeTenant) =>
    foundIn(kind, tenant, none).flatMap(({ subjects }) => subjects.map(({ id }) => id));

  it("reads the log, whole or counted", () => {
    const one = { table: "contact", recordId: "1", at: asOf, direction: "outbound" } as const;
    const interactions = [
      { ...one, environmentId: "a", channel: "sms" },
      { ...one, environmentId: "b", channel: "email" },
    ];
    expect(ids(plain.withFacts({ interactions }))).toEqual(["a"]);
    const counted = (environmentId: string, channel: string, count: number): PeopleActivity => ({
      ...{ environmentId, measuredAt: asOf, lastTouch: [], arrivals: [], messages: [] },
      channels: [{ channel, interactions: count }],
    });
    expect(ids(plain.withFacts({ activity: [counted("a", "sms", 1), counted("b", "email", 9)] }))).toEqual(["a"]);
    expect(ids(plain.withFacts({ activity: [counted("a", "sms", 0)] }))).toEqual([]);
    const { channels: _channels, ...bare } = counted("a", "sms", 1);
    expect(ids(plain.withFacts({ activity: [bare] }))).toEqual([]);
  });

  it("says nothing where channels are not known or hold none", () => {
    expect(ids(plain)).toEqual([]);
    expect(ids(fakeTenant().withEnvironment("a", { channels: ["sms"], refused: "forbidden" }))).toEqual([]);
    const unasked = { ...plain.facts(), byEnvironment: [] };
    expect(ids({ ...plain, facts: () => unasked })).toEqual([]);
  });
});
