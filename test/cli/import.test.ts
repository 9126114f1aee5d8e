/** Readings that no interface gives: handed in, seen by every later run, taken back. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSheet } from "read-excel-file/universal";
import * as v from "valibot";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import type { RunningTenant } from "../../src/simulator/contracts";
import { startTenant } from "../../src/simulator/server";
import { run, settingsOf, type Ended, type Environment } from "./program";

let tenant: RunningTenant;
let settings: Environment;
let folder: string;

beforeEach(async () => {
  tenant = await startTenant({ profile: "scenario-1" });
  settings = settingsOf(tenant);
  folder = mkdtempSync(join(tmpdir(), "import-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await tenant.close();
});

const head = "environmentId,meter,value,measuredAt";
const desk = (): string => tenant.profile.environments[0]?.id ?? "";
const today = (): string => new Date().toISOString();
const csv = (name: string, ...lines: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, [head, ...lines].join("\n"));
  return path;
};
const routes = (value: number, at = today()): string => `${desk()},recordRoutes,${value},${at}`;
const quota = (...args: readonly string[]): Promise<Ended> => run(args, settings);

const synced = v.object({ snapshot: v.object({ meters: v.array(v.looseObject({ meter: v.string() })) }) });

const usedRoutes = async (): Promise<unknown> => {
  const { stdout } = await quota("sync", "--json");
  const { meters } = v.parse(synced, JSON.parse(stdout)).snapshot;
  return meters.find(({ meter }) => meter === "recordRoutes")?.["used"];
};

const json = ({ stdout }: Ended): unknown => JSON.parse(stdout);

describe("import", () => {
  it("is seen by the runs that follow, replaced by a later one, and gone when it is taken back", async () => {
    const first = await quota("import", csv("one.csv", routes(40)), "--by", "Adele Vance");
    expect(first.code, first.stderr).toBe(0);
    expect(first.stdout).toMatch(/1 reading imported from one\.csv/);
    expect(await usedRoutes()).toMatchObject({ value: 40, confidence: "imported", source: "import.csv" });
    const second = await quota("import", csv("two.csv", routes(55)), "--json", "--by", "Grady Archie");
    expect(json(second)).toMatchObject({
      status: "imported",
      importedBy: "Grady Archie",
      changes: [
        {
          environment: "Service desk",
          meter: "recordRoutes",
          effect: "changed",
          before: { value: 40 },
          after: { value: 55 },
        },
      ],
    });
    const undone = await quota("import", "undo", "--by", "Adele Vance");
    expect(undone.stdout).toMatch(/^Taken back: two\.csv, imported on \S+ by Grady Archie\./);
    expect(await usedRoutes()).toMatchObject({ value: 40 });
    const { stdout } = await quota("import", "list", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      imports: [
        { file: "two.csv", readings: 1, importedBy: "Grady Archie", undone: { by: "Adele Vance" } },
        { file: "one.csv", readings: 1, importedBy: "Adele Vance" },
      ],
    });
  });

  it("--dry-run says what would change and changes nothing", async () => {
    await quota("sync");
    const file = csv("dry.csv", routes(40), `${desk()},voicebotMinutes,7,${today()}`, routes(30, "2026-01-01"));
    const { code, stdout } = await quota("import", file, "--dry-run");
    expect(code).toBe(0);
    expect(stdout).toMatch(/3 readings in .*dry\.csv\. Nothing was changed yet:/);
    expect(stdout).toMatch(/Service desk +Record routes +none -> 40 \(\S+\) +new/);
    expect(stdout).toMatch(/Record routes +none -> 30 \(2026-01-01T00:00:00Z\) +older than what stands/);
    expect((await quota("import", "list")).stdout).toBe("Nothing was imported so far.\n");
  });

  it("uses nothing of a file with faults, and names all of them with line and column", async () => {
    const file = csv("faulty.csv", routes(40), `${desk()},recordRoutes,many,yesterday`, "x,recordRoutes,1,2026-11-01");
    const { code, stdout, stderr } = await quota("import", file);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.trim().split("\n").slice(1)).toEqual([
      '  line 3, value: "many" is not a whole number.',
      '  line 3, measuredAt: "yesterday" is neither a day (2026-11-01) nor a time with a zone.',
      '  line 4, environmentId: "x" is not the id of an environment.',
    ]);
    expect((await quota("import", "list")).stdout).toBe("Nothing was imported so far.\n");
  });

  it("writes a template with what nobody tells yet, which can be filled in and imported", async () => {
    await quota("sync");
    const path = join(folder, "readings.xlsx");
    const written = await quota("import", "--template", path);
    expect(written.code, written.stderr).toBe(0);
    const [heading, ...rows] = await readSheet(new Uint8Array(readFileSync(path)).buffer);
    expect(heading?.slice(0, 4)).toEqual(head.split(","));
    expect(rows.map((row) => String(row[1]))).toContain("recordRoutes");
    expect(rows.map((row) => String(row[4]))).toContain("Service desk");
    expect((await quota("import", path)).stderr).toMatch(/has no reading/);
    const filled = rows.map((row) =>
      row[1] === "recordRoutes" && row[0] === desk() ? [...row.slice(0, 2), 12, today(), ...row.slice(4)] : row,
    );
    const other = join(folder, "filled.xlsx");
    const cells = [heading ?? [], ...filled].map((row) =>
      row.map((value) => (value === null ? null : { value: typeof value === "number" ? value : String(value) })),
    );
    await writeXlsxFile(cells).toFile(other);
    expect(json(await quota("import", other, "--json"))).toMatchObject({
      status: "imported",
      readings: 1,
      changes: [{ after: { value: 12 } }],
    });
    const again = await quota("import", "--template", path);
    expect([again.code, again.stderr]).toEqual([2, expect.stringMatching(/is there already and is not overwritten/)]);
  });

  it("writes a template of the meters before anything was published", async () => {
    const path = join(folder, "readings.csv");
    const { code, stdout } = await quota("import", "--template", path, "--json");
    expect({ code, ...v.parse(v.object({ lines: v.number() }), JSON.parse(stdout)) }).toEqual({ code: 0, lines: 9 });
    const lines = readFileSync(path, "utf8").trimEnd().split("\r\n");
    expect(lines[0]).toBe(`\uFEFF${head},environment,what`);
    expect(lines.slice(1).map((line) => line.split(",")[1])).toContain("callIntelligenceMinutes");
  });

  it.each([
    ["no file", ["import"], /Expected a file to import/],
    ["a template of another kind", ["import", "--template", "x.pdf"], /ends in \.csv or \.xlsx/],
    ["a template beside a file", ["import", "x.csv", "--template", "y.csv"], /leave the file to import out/],
    ["a file that is not there", ["import", "nowhere.csv"], /cannot be read; check its path/],
    ["nothing to take back", ["import", "undo"], /none stands that could be taken back/],
    ["an id that is not there", ["import", "undo", "abcdef"], /none that stands has the id abcdef/],
  ])("refuses %s", async (_what, args, said) => {
    const { code, stderr } = await run(args, settings);
    expect(code, stderr).toBe(2);
    expect(stderr).toMatch(said);
  });

  it("says what is missing when the solution in the home environment has no table for it", async () => {
    tenant.knobs.faults.push({ match: "dqp_imports", status: 404 });
    expect((await quota("import", "list")).stdout).toBe("Nothing was imported so far.\n");
    const { code, stderr } = await quota("import", csv("one.csv", routes(1)));
    expect(code).toBe(6);
    expect(stderr).toMatch(/Import the solution into the home environment/);
    expect((await quota("sync")).code).toBe(0);
  });

  it("ends with 6 when the rights in the home environment are missing, and a run too", async () => {
    tenant.knobs.faults.push({ match: "dqp_imports", status: 403 });
    expect((await quota("import", csv("one.csv", routes(1)))).code).toBe(6);
    expect((await quota("sync")).code).toBe(6);
  });

  it("explains itself", async () => {
    const { code, stdout } = await run(["import", "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("$ quota-panel import readings.xlsx --dry-run");
    expect(existsSync(join(folder, "readings.xlsx"))).toBe(false);
  });
});
