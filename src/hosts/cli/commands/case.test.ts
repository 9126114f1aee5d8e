import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { format, version } from "../../../adapters/facts/schema";
import { snapshotOf } from "./case";

const folder = mkdtempSync(join(tmpdir(), "case-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const asOfWith = async (more: object, file: object = {}): Promise<string> => {
  const path = join(folder, "facts.json");
  writeFileSync(path, JSON.stringify({ format, version, ...file, facts: { ...fakeTenant().facts(), ...more } }));
  return (await snapshotOf({ facts: path })).asOf;
};

const message = { environmentId: "e", table: "contact", recordId: "r", channel: "email", direction: "outbound" };

describe("the instant of a case that names none", () => {
  it("is that of the newest interaction, so that none of the log is left out", async () => {
    const log = ["2027-01-01T00:00:00Z", "2027-02-01T00:00:00Z"].map((at) => ({ ...message, at }));
    expect(await asOfWith({ interactions: log })).toBe("2027-02-01T00:00:00Z");
  });

  it("is that of the newest figure of the product's page", async () => {
    const figures = [{ meter: "unifiedPeople", owned: 1, readAt: "2027-03-01T00:00:00Z" }];
    expect(await asOfWith({ productFigures: figures })).toBe("2027-03-01T00:00:00Z");
  });

  it("is the file's own where it names one", async () => {
    const log = [{ ...message, at: "2027-02-01T00:00:00Z" }];
    expect(await asOfWith({ interactions: log }, { asOf: "2026-12-01T00:00:00Z" })).toBe("2026-12-01T00:00:00Z");
  });
});
