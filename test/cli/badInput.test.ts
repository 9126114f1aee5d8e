/** Bad input at the terminal: a clear error, or a partial snapshot that says what is missing, and nothing drawn as 0. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { panelTable } from "../../src/domain";
import { simulatorRoute } from "../../src/adapters/http/routes";
import { compose } from "../../src/hosts/compose";
import { demoConfig } from "../../src/hosts/demo/demoConfig";
import type { Fault, RunningTenant } from "../../src/simulator/contracts";
import { startTenant } from "../../src/simulator/server";
import { run, settingsOf, type Environment } from "./program";

let tenant: RunningTenant;
let settings: Environment;
let folder: string;

beforeEach(async () => {
  tenant = await startTenant({ profile: "scenario-1" });
  settings = settingsOf(tenant);
  folder = mkdtempSync(join(tmpdir(), "bad-input-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await tenant.close();
});

const disturb = (fault: Fault): void => {
  tenant.knobs.faults.push(fault);
};

/** The id of the snapshot that the home environment's pointer names. */
const currentSnapshot = async (): Promise<string | undefined> => {
  const { home } = compose(demoConfig(tenant), simulatorRoute(tenant.base));
  const url = `${home.url}/api/data/v9.2/${panelTable.entitySetName}?$select=_dqp_currentsnapshotid_value`;
  const { signal } = new AbortController();
  const { body } = await home.send({ method: "GET", url, headers: { accept: "application/json" }, signal });
  return /"_dqp_currentsnapshotid_value":"([0-9a-f-]{36})"/.exec(body)?.[1];
};

/** Runs `sync` with this text or these bytes as import file. */
const syncWithImport = (content: string | Buffer) => {
  const [csv, config] = [join(folder, "people.csv"), join(folder, "settings.json")];
  writeFileSync(csv, content);
  writeFileSync(config, JSON.stringify({ imports: ["people.csv"] }));
  return run(["sync", "--config", config], settings);
};

const header = "environmentId,meter,value,measuredAt";

describe("an answer", () => {
  it.each([
    ["cut in half", "subscribedSkus", "cutInHalf", /graph\.subscribedSkus, 0 of 1: .*ended early/],
    ["of another shape", "subscribedSkus", "shapeChanged", /graph\.subscribedSkus, 0 of 1: .*unknown shape/],
  ] as const)("%s leaves what is owned unknown and the rest as it is", async (_name, match, kind, said) => {
    disturb({ match, kind });
    const { code, stdout } = await run(["sync"], settings);
    expect(code).toBe(4);
    expect(stdout).toMatch(said);
    expect(stdout).toMatch(/Record routes\s+.*of unknown routes \(unknown\)/);
    expect(stdout).toMatch(/File storage\s+21 of [\d,.]+ GB \(ok\)/);
  });

  it("whose next link leads back to itself leaves what is used unknown and ends", async () => {
    disturb({ match: "scopes/admin/environments", kind: "nextLinkLoop" });
    const { code, stdout } = await run(["sync"], settings);
    expect(code).toBe(4);
    expect(stdout).toMatch(/powerplatform\.environments, 0 of 1: .*read before/);
    expect(stdout).toMatch(/File storage\s+unknown of [\d,.]+ GB \(unknown\)/);
  });
});

describe("missing consent", () => {
  it("is told with the next step, and nothing is printed as a result", async () => {
    const body = JSON.stringify({ error: "invalid_grant", error_description: "AADSTS65001: x", error_codes: [65001] });
    disturb({ match: "oauth2/v2.0/token", status: 400, body });
    const { code, stdout, stderr } = await run(["sync"], settings);
    expect({ done: code === 0, stdout }).toEqual({ done: false, stdout: "" });
    expect(stderr).toMatch(/no consent.*AADSTS65001/);
  });
});

describe("a home environment without room", () => {
  it("keeps the previous snapshot, and says why there is no new one", async () => {
    await run(["sync"], settings);
    const before = await currentSnapshot();
    const body = JSON.stringify({ error: { code: "0x80090001", message: "The organization is out of storage." } });
    disturb({ match: "dqp_snapshot", status: 507, body });
    const { code, stdout, stderr } = await run(["sync"], settings);
    expect({ code, stdout }).toEqual({ code: 6, stdout: "" });
    expect(stderr).toMatch(/previous snapshot is untouched.\n.*out of storage/);
    tenant.knobs.faults.length = 0;
    expect(before).toBeDefined();
    expect(await currentSnapshot()).toBe(before);
  });
});

describe("an import file", () => {
  it("with faults stops the run, each fault named with its line and column", async () => {
    const id = "11111111-1111-1111-1111-111111111111";
    const day = "2026-11-20T08:00:00Z";
    const rows = [
      `nope,interactedPeople,5,${day}`,
      `${id},interactedPeople,-5,${day}`,
      `${id},interactedPeople,1e99,${day}`,
      `${id},interactedPeople,=1+1,${day}`,
    ];
    const { code, stdout, stderr } = await syncWithImport([header, ...rows].join("\n"));
    expect({ code, stdout }).toEqual({ code: 5, stdout: "" });
    expect(stderr.match(/line \d, \w+/g)).toEqual([
      "line 2, environmentId",
      "line 3, value",
      "line 4, value",
      "line 5, value",
    ]);
  });

  it("in UTF-16 is read", async () => {
    const rows = tenant.profile.environments.map(({ id }) => `${id},interactedPeople,7200,2026-11-20T08:00:00Z`);
    const { stdout } = await syncWithImport(Buffer.from(`\ufeff${[header, ...rows].join("\n")}`, "utf16le"));
    expect(stdout).toMatch(/Interacted people\s+14,400 of 0 people \(over the limit\)/);
  });
});
