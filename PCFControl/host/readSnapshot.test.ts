import { expect, test } from "vitest";
import { schemaVersion } from "../../src/domain";
import { fakeTables, parts, rowsOf } from "../fixture/fakeTables.fixture";
import { sampleSnapshot, tenantId } from "../fixture/sampleSnapshot.fixture";
import { createSnapshotReader } from "./readSnapshot";

const refusal = (code: string, detail: string) => ({ kind: "trouble", trouble: { kind: code, detail } });

test("reads what the pointer names, whole", async () => {
  const reader = createSnapshotReader(fakeTables(rowsOf(sampleSnapshot)), tenantId);
  expect(await reader.read()).toEqual({ kind: "read", snapshot: sampleSnapshot });
  expect(reader.lastRead()).toBe(sampleSnapshot.id);
});

test("asks only for the pointer when it has not moved", async () => {
  const tables = fakeTables(rowsOf(sampleSnapshot));
  const reader = createSnapshotReader(tables, tenantId);
  await reader.read();
  tables.calls.length = 0;
  await reader.read();
  expect(tables.calls.map((call) => call.split(" ")[0])).toEqual(["dqp_panel"]);
});

test("fetches only the parts that changed when the pointer moves", async () => {
  const tables = fakeTables(rowsOf(sampleSnapshot));
  const reader = createSnapshotReader(tables, tenantId);
  await reader.read();
  const next = { ...sampleSnapshot, id: "next", tenant: { ...sampleSnapshot.tenant, name: "Contoso GmbH" } };
  Object.assign(tables.rows, rowsOf(next));
  tables.calls.length = 0;
  expect(await reader.read()).toEqual({ kind: "read", snapshot: next });
  const [core, page] = parts(next);
  const asked = tables.calls.find((call) => call.startsWith("dqp_snapshotpart")) ?? "";
  expect(asked).toContain(core?.hash);
  expect(asked).not.toContain(page?.hash);
});

test("says what is missing: row, pointer, parts, list of parts", async () => {
  const all = rowsOf(sampleSnapshot);
  const read = (change: object) => createSnapshotReader(fakeTables({ ...all, ...change }), tenantId).read();
  expect([
    await read({ dqp_panel: [] }),
    await read({ dqp_panel: [{ dqp_panelid: "p1" }] }),
    await read({ dqp_snapshotpart: [] }),
    await read({ dqp_snapshot: [{ id: sampleSnapshot.id, dqp_parts: "[{" }] }),
  ]).toEqual(
    ["noPanelRow", "noSnapshot", "missingRows", "broken"].map((kind) => ({ kind: "trouble", trouble: { kind } })),
  );
});

test("refuses newer, older and damaged texts in words of its own", async () => {
  const read = (text: (core: string) => string) => {
    const rows = rowsOf(sampleSnapshot);
    const [core] = parts(sampleSnapshot);
    const content = rows["dqp_snapshotpart"]?.map((row) =>
      row["dqp_hash"] === core?.hash ? { ...row, dqp_content: text(String(row["dqp_content"])) } : row,
    );
    return createSnapshotReader(fakeTables({ ...rows, dqp_snapshotpart: content ?? [] }), tenantId).read();
  };
  const version = (to: number) => (core: string) => core.replace(/"schemaVersion":\d+/, `"schemaVersion":${to}`);
  const newer = schemaVersion + 1;
  const older = schemaVersion - 1;
  expect(await read(version(newer))).toEqual(refusal("newer", `Version ${newer}; this reader knows ${schemaVersion}.`));
  expect(await read(version(older))).toEqual(refusal("older", `Version ${older}; this reader knows ${schemaVersion}.`));
  expect(await read((core) => core.slice(0, -5))).toMatchObject({ trouble: { kind: "broken" } });
});

test("turns a refused call into access denied and any other into unreachable", async () => {
  const reading = (error: unknown) =>
    // What the platform rejects with is a plain object as often as an error.
    createSnapshotReader(
      { ...fakeTables({}), retrieveMultipleRecords: () => Promise.reject(Object.assign(new Error(), error)) },
      tenantId,
    ).read();
  expect(await reading({ errorCode: 2147746336, message: "prvReaddqp_panel" })).toEqual(
    refusal("denied", "prvReaddqp_panel"),
  );
  expect(await reading({ errorCode: -2147220960, message: "x" })).toEqual(refusal("denied", "x"));
  expect(await reading({ message: "Network" })).toEqual(refusal("unreachable", "Network"));
});
