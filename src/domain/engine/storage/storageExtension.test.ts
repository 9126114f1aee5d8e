import { describe, expect, it } from "vitest";
import { fakeTenant, runId } from "../../../../test/fixtures/fakeTenant.fixture";
import { assemble, defaultSettings, type Declared } from "../..";
import { isExtended, withExtension } from "./storageExtension";

const from = "2026-11-01";

describe("STO.extension", () => {
  it.each([
    ["the day before", "2026-10-31", false],
    ["day 0", "2026-11-01", true],
    ["day 1", "2026-11-02", true],
    ["day 29", "2026-11-30", true],
    ["day 30", "2026-12-01", false],
  ])("%s (%s) in force: %s", (_name, today, extended) => {
    expect(isExtended(from, today)).toBe(extended);
  });

  it("is not in force when nobody declared it", () => {
    expect(isExtended(undefined, from)).toBe(false);
  });

  it("lets copy and restore through and nothing else", () => {
    expect(withExtension(["create", "copy", "restore", "convertTrial", "recover", "addDatabase"])).toEqual([
      "create",
      "convertTrial",
      "recover",
      "addDatabase",
    ]);
  });
});

describe("a tenant whose database is over", () => {
  const facts = fakeTenant()
    .withSku("dataverseDatabase", 10)
    .withEnvironment("a", { database: 10_001, file: 0, log: 0 })
    .facts();
  const blocked = (asOf: string, declared: Declared, timeZone = "UTC") =>
    assemble(
      facts,
      { ...defaultSettings, declared, policy: { ...defaultSettings.policy, timeZone } },
      { id: runId, asOf },
    ).meters.find(({ meter }) => meter === "storageDatabase")!.blockedOperations;

  const all = ["create", "copy", "restore", "convertTrial", "recover", "addDatabase"];
  const some = ["create", "convertTrial", "recover", "addDatabase"];

  it("may copy and restore during the 30 days, and not before, after or without", () => {
    const declared = { storageExtensionFrom: from };
    expect(blocked("2026-10-31T23:59:59Z", declared)).toEqual(all);
    expect(blocked("2026-11-01T00:00:00Z", declared)).toEqual(some);
    expect(blocked("2026-11-30T23:59:59Z", declared)).toEqual(some);
    expect(blocked("2026-12-01T00:00:00Z", declared)).toEqual(all);
    expect(blocked("2026-11-15T12:00:00Z", {})).toEqual(all);
  });

  it("begins its days where the policy's time zone does", () => {
    expect(blocked("2026-10-31T23:30:00Z", { storageExtensionFrom: from }, "Europe/Berlin")).toEqual(some);
  });
});
