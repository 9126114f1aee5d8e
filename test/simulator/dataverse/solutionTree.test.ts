import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import Database from "libsql";
import { loadTables, seedRows } from "../../../src/simulator/dataverse";
import type { TestService } from "./startDataverse";
import { home, organisation, startDataverse } from "./startDataverse";

const tables = loadTables(fileURLToPath(new URL("../../../solution/src", import.meta.url)));

let service: TestService | undefined;
afterEach(() => service?.close());

describe("the solution tree", () => {
  it("gives tables with keys, choices and lookups", () => {
    const panel = tables.find((table) => table.logicalName === "dqp_panel");
    expect(panel).toMatchObject({ entitySetName: "dqp_panels", primaryId: "dqp_panelid", primaryName: "dqp_name" });
    expect(panel?.keys.map((key) => key.columns)).toEqual([["dqp_tenantid"]]);
    expect(panel?.columns.find((column) => column.logicalName === "dqp_currentsnapshotid")).toMatchObject({
      type: "lookup",
      target: "dqp_snapshot",
      onDelete: "restrict",
    });
    const run = tables.find((table) => table.logicalName === "dqp_run");
    const status = run?.columns.find((column) => column.logicalName === "dqp_status");
    expect(status?.options?.get(471_000_000)).toBe("Requested");
  });

  it("carries a snapshot from its parts to the pointer", async () => {
    service = await startDataverse({ tables });
    const { call } = service;
    const snapshot = "abababab-0000-4000-8000-000000000001";
    const put = (path: string, body: unknown) => call(path, { method: "PATCH", body });
    const content = "x".repeat(1_000_000);
    expect((await put("dqp_snapshotparts(dqp_tenantid='t',dqp_hash='h')", { dqp_content: content })).status).toBe(204);
    expect((await put(`dqp_snapshots(${snapshot})`, { dqp_name: "s", dqp_tenantid: "t" })).status).toBe(204);
    const bind = { "dqp_currentsnapshotid@odata.bind": `/dqp_snapshots(${snapshot})` };
    expect((await put("dqp_panels(dqp_tenantid='t')", bind)).status).toBe(204);
    const panel = await call("dqp_panels?$select=dqp_tenantid&$expand=dqp_currentsnapshotid($select=dqp_name)");
    expect(panel.at("value", 0, "dqp_currentsnapshotid", "dqp_name")).toBe("s");
    expect((await call(`dqp_snapshots(${snapshot})`, { method: "DELETE" })).status).toBe(405);
  });
});

describe("history", () => {
  const rows = {
    dqp_meterhistory: [
      { dqp_tenantid: "t", dqp_meter: "m", dqp_day: "2026-01-01", dqp_used: 5, createdon: "2026-01-01T03:00:00Z" },
      { dqp_tenantid: "t", dqp_meter: "m", dqp_day: "2026-01-02", dqp_used: null },
    ],
  };
  const now = new Date("2026-11-22T10:00:00Z");

  it("is there after a start, once, however often it is put in", async () => {
    const database = new Database(":memory:");
    const seed = () => seedRows({ database, tables, organisation: organisation(home), rows, now });
    expect([seed(), seed()]).toEqual([2, 0]);
    service = await startDataverse({ tables, database });
    const answer = await service.call("dqp_meterhistories?$select=dqp_used,dqp_day,createdon&$orderby=dqp_day");
    expect(answer.at("value")).toMatchObject([
      { dqp_used: 5, createdon: "2026-01-01T03:00:00Z" },
      { dqp_used: null, createdon: "2026-11-22T10:00:00Z" },
    ]);
  });

  it("is checked like any write", () => {
    const database = new Database(":memory:");
    const seed = (history: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>) => () =>
      seedRows({ database, tables, organisation: organisation(home), rows: history, now });
    expect(seed({ nope: [{}] })).toThrow("'nope'");
    expect(seed({ dqp_meterhistory: [{ nope: 1 }] })).toThrow("dqp_meterhistory.nope");
    expect(seed({ dqp_meterhistory: [{ dqp_used: "much" }] })).toThrow("Edm.Decimal");
  });
});
