import { usualLevels } from "../assess";
import { describe, expect, it } from "vitest";
import type { Environment, EnvironmentType } from "../../snapshot/facts";
import { blockedOperations, officialOf, overflow, poolVerdict, storageUsage, type Pools } from "./storage";

const readAt = "2026-11-22T00:00:00Z";

/** In GB, in the order of the document: database, log, file. */
const poolsOf = (owned: readonly [number, number, number], used: readonly [number, number, number]): Pools => ({
  database: { owned: owned[0] * 1_000, used: used[0] * 1_000 },
  log: { owned: owned[1] * 1_000, used: used[1] * 1_000 },
  file: { owned: owned[2] * 1_000, used: used[2] * 1_000 },
});

const verdicts = (pools: Pools) => ({
  database: poolVerdict("database", pools, usualLevels),
  log: poolVerdict("log", pools, usualLevels),
  file: poolVerdict("file", pools, usualLevels),
});

const fine = { over: 0, coveredBy: [] };

describe("STO.overflow", () => {
  it("scenario 1: database 10 GB over", () => {
    expect(verdicts(poolsOf([100, 10, 400], [110, 5, 200]))).toEqual({
      database: { status: "over", over: 10_000, coveredBy: [] },
      log: { status: "ok", ...fine },
      file: { status: "ok", ...fine },
    });
  });

  it("scenario 2: log 10 GB over, 5 GB spare", () => {
    expect(verdicts(poolsOf([100, 10, 400], [95, 20, 200]))).toEqual({
      database: { status: "critical", ...fine },
      log: { status: "over", over: 5_000, coveredBy: [{ pool: "database", amount: 5_000 }] },
      file: { status: "ok", ...fine },
    });
  });

  it("scenario 3: file 90 GB over, 85 GB spare in log and database", () => {
    expect(verdicts(poolsOf([100, 10, 200], [20, 5, 290]))).toEqual({
      database: { status: "critical", ...fine },
      log: { status: "critical", ...fine },
      file: {
        status: "over",
        over: 5_000,
        coveredBy: [
          { pool: "log", amount: 5_000 },
          { pool: "database", amount: 80_000 },
        ],
      },
    });
  });

  it("scenario 4: log 10 GB over, covered by the database", () => {
    expect(verdicts(poolsOf([100, 10, 400], [80, 20, 200]))).toEqual({
      database: { status: "near", ...fine },
      log: { status: "covered", over: 0, coveredBy: [{ pool: "database", amount: 10_000 }] },
      file: { status: "ok", ...fine },
    });
  });

  it("lends the same space once: log first, file from what is left", () => {
    expect(overflow(poolsOf([100, 10, 100], [90, 16, 108]))).toEqual([
      { from: "database", to: "log", amount: 6_000 },
      { from: "database", to: "file", amount: 4_000 },
    ]);
  });

  it("lends no file space", () => {
    expect(overflow(poolsOf([10, 10, 400], [20, 20, 0]))).toEqual([]);
  });

  it("does not call a pool over while a lender is not known", () => {
    const pools: Pools = { ...poolsOf([100, 10, 400], [80, 20, 200]), database: undefined };
    expect(poolVerdict("log", pools, usualLevels)).toEqual({ status: "unknown", over: 0, coveredBy: [] });
    expect(poolVerdict("database", pools, usualLevels)).toEqual({ status: "unknown", over: 0, coveredBy: [] });
  });
});

describe("STO.thresholds", () => {
  it("take the room of other pools into account", () => {
    const full = poolsOf([100, 10, 0], [10, 9.8, 0]);
    expect(poolVerdict("log", full, usualLevels).status).toBe("ok");
    expect(poolVerdict("log", { ...full, database: { owned: 0, used: 0 } }, usualLevels).status).toBe("critical");
  });
});

describe("STO.blocked-operations", () => {
  it("blocks everything on the pool that is over", () => {
    const pools = poolsOf([100, 10, 400], [110, 5, 200]);
    const all = ["create", "copy", "restore", "convertTrial", "recover", "addDatabase"];
    expect(blockedOperations("database", pools, "over")).toEqual(all);
    expect(blockedOperations("file", pools, "ok")).toEqual([]);
  });

  it("asks for 1 GB of free database, after loans", () => {
    const some = ["create", "convertTrial", "recover"];
    const blocked = (pools: Pools) =>
      blockedOperations("database", pools, poolVerdict("database", pools, usualLevels).status);
    expect(blocked(poolsOf([100, 10, 400], [99, 5, 200]))).toEqual([]);
    expect(blocked(poolsOf([100, 10, 400], [99.001, 5, 200]))).toEqual(some);
    expect(blocked(poolsOf([100, 10, 400], [98, 12, 200]))).toEqual(some);
    expect(blocked(poolsOf([0, 0, 0], [0, 0, 0]))).toEqual([]);
  });
});

const environmentOf = (type: EnvironmentType, actual: number): Environment => ({
  id: "e",
  name: "e",
  type,
  region: "europe",
  ready: true,
  instanceUrl: "https://e.crm.dynamics.com",
  storage: [{ pool: "database", actual, rated: actual, updatedAt: "2026-11-21T00:00:00Z" }],
});

const figure = (value: number) => ({
  kind: "known",
  value,
  asOf: "2026-11-21T00:00:00Z",
  source: "powerplatform.environments",
  confidence: "measured",
});

describe("STO.env.excluded", () => {
  it.each(["teams", "trial", "preview", "support", "developer"] as const)("%s takes nothing", (type) => {
    expect(storageUsage("storageDatabase", environmentOf(type, 700), readAt)).toEqual({
      meter: "storageDatabase",
      counted: figure(0),
      actual: 700,
      exclusion: "typeNotCounted",
    });
  });

  it.each(["production", "sandbox", "other"] as const)("%s takes what it stores", (type) => {
    expect(storageUsage("storageDatabase", environmentOf(type, 700), readAt)).toEqual({
      meter: "storageDatabase",
      counted: figure(700),
    });
  });
});

describe("STO.env.default", () => {
  it.each([
    [2_000, 0],
    [3_000, 0],
    [3_250, 250],
  ])("%i MB count as %i MB", (actual, counted) => {
    expect(storageUsage("storageDatabase", environmentOf("default", actual), readAt)).toEqual({
      meter: "storageDatabase",
      counted: figure(counted),
      actual,
      exclusion: "defaultAllowance",
    });
  });
});

describe("storage that was not read", () => {
  it("is unknown with Dataverse and no matter without", () => {
    const environment = { ...environmentOf("production", 1), storage: [] };
    expect(storageUsage("storageFile", environment, readAt)).toEqual({
      meter: "storageFile",
      counted: { kind: "unknown", reason: { code: "noReading" } },
    });
    const { instanceUrl, ...without } = environment;
    expect(instanceUrl).toBeDefined();
    expect(storageUsage("storageFile", without, readAt)).toBeUndefined();
  });

  it("shows the admin center's figure only when it was measured", () => {
    const row = { pool: "log" as const, total: 10, actual: 9, rated: 8, status: "Available" };
    expect(officialOf("log", { pools: [{ ...row, measuredAt: readAt }] })).toEqual({
      owned: 10,
      used: 8,
      asOf: readAt,
    });
    expect(officialOf("log", { pools: [row] })).toBeUndefined();
    expect(officialOf("log", undefined)).toBeUndefined();
  });
});
