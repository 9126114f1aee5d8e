/** The commands that work from a file, as processes; the file comes from a real run against the simulated Contoso. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../../src/simulator/contracts";
import { startTenant } from "../../src/simulator/server";
import { bundle, run, settingsOf } from "./program";

let tenant: RunningTenant;
let folder: string;
let facts: string;
let redacted: string;
let published: Snapshot;

const snapshot = v.looseObject({
  asOf: v.string(),
  edition: v.string(),
  policy: v.record(v.string(), v.string()),
  meters: v.array(v.looseObject({ meter: v.string() })),
  findings: v.array(
    v.looseObject({
      kind: v.string(),
      severity: v.string(),
      facts: v.record(v.string(), v.union([v.number(), v.string()])),
    }),
  ),
});
type Snapshot = v.InferOutput<typeof snapshot>;
const tree = v.looseObject({ facts: v.record(v.string(), v.unknown()) });

const parsed = (text: string): unknown => JSON.parse(text);
const read = (path: string) => v.parse(tree, parsed(readFileSync(path, "utf8")));
const written = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};
const assessed = async (...args: string[]): Promise<Snapshot> => {
  const { code, stdout, stderr } = await run(["assess", "--json", "--facts", ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return v.parse(snapshot, parsed(stdout));
};

beforeAll(async () => {
  tenant = await startTenant({ profile: "contoso" });
  folder = mkdtempSync(join(tmpdir(), "offline-"));
  [facts, redacted] = [join(folder, "facts.json"), join(folder, "redacted.json")];
  const settings = settingsOf(tenant);
  const saved = await run(["sync", "--json", "--save-facts", facts], settings);
  expect({ code: saved.code, stderr: saved.stderr }).toEqual({ code: 4, stderr: "" });
  published = v.parse(v.object({ snapshot }), parsed(saved.stdout)).snapshot;
  const other = await run(["sync", "--save-facts", redacted, "--redact"], settings);
  expect(other.stderr).toMatch(/Facts saved in .*redacted\.json, under other names\./);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await tenant.close();
});

describe("sync --save-facts", () => {
  it("writes for its owner only what gives the same snapshot again, byte for byte", async () => {
    if (process.platform !== "win32") expect(statSync(facts).mode & 0o777).toBe(0o600);
    const again = await assessed(facts);
    expect(JSON.stringify(again.meters)).toBe(JSON.stringify(published.meters));
    expect(JSON.stringify(again.findings)).toBe(JSON.stringify(published.findings));
    expect(again.asOf).toBe(published.asOf);
  });

  it("holds no secret", () => {
    expect(readFileSync(facts, "utf8")).not.toContain(tenant.app.clientSecret);
  });

  it("--redact leaves no name, id or host of the tenant", () => {
    const { profile, homeHost } = tenant;
    const text = readFileSync(redacted, "utf8").toLowerCase();
    const originals = [
      ...[profile.tenantId, profile.tenantName, homeHost],
      ...profile.environments.flatMap(({ id, name, host }) => [id, name, ...(host ? [host] : [])]),
    ];
    expect(originals.length).toBeGreaterThan(20);
    expect(originals.filter((original) => text.includes(original.toLowerCase()))).toEqual([]);
  });

  it("--redact keeps what is reckoned with: figures of meters, kinds and figures of findings", async () => {
    const figures = ({ meters }: Snapshot) =>
      meters.map(({ meter, owned, used, over, status, contributions }) =>
        JSON.stringify([meter, owned, used, over, status, contributions], (key, value: unknown) =>
          key === "asOf" || key === "detail" ? undefined : value,
        ),
      );
    const kinds = ({ findings }: Snapshot) =>
      findings
        .map((finding) => {
          const numbers = Object.values(finding.facts).filter((value) => typeof value === "number");
          return JSON.stringify([finding.kind, finding.severity, numbers]);
        })
        .sort();
    const [before, after] = [await assessed(facts), await assessed(redacted)];
    expect(figures(after)).toEqual(figures(before));
    expect(kinds(after)).toEqual(kinds(before));
  });

  it.each([
    ["--redact alone", ["sync", "--redact"], /--redact belongs to --save-facts/],
    ["a run that stays", ["sync", "--save-facts", "a.json", "--schedule", "0 * * * *"], /--save-facts saves one run/],
    ["a folder that is not there", ["sync", "--save-facts", "away/a.json"], /cannot be written: ENOENT/],
  ])("refuses %s before anything is read", async (_name, args, said) => {
    const { code, stdout, stderr } = await run(args, settingsOf(tenant));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(said);
  });
});

describe("assess", () => {
  it("gives the same bytes twice, with the settings of the options", async () => {
    const args = ["assess", "--facts", facts, "--json", "--edition", "lg-2026-07", "--as-of", "2026-12-31"];
    const readings = ["--policy", "tenantDefault=sum", "--policy", "timeZone=Europe/Berlin"];
    const [one, two] = [await run([...args, ...readings]), await run([...args, ...readings])];
    expect(one).toEqual(two);
    expect(v.parse(snapshot, parsed(one.stdout))).toMatchObject({
      ...{ asOf: "2026-12-31T00:00:00Z", edition: "lg-2026-07" },
      policy: { tenantDefault: "sum", timeZone: "Europe/Berlin", basePeopleStacking: "sum" },
    });
  });

  it("prints meters, findings with the next step and their rule, cards, and the instant", async () => {
    const { code, stdout } = await run(["assess", "--facts", facts]);
    expect(code).toBe(0);
    expect(stdout).toContain(`Contoso, as of ${published.asOf}, edition seed (Licence guidance documents)`);
    expect(stdout).toMatch(/Outbound marketing installs\s+at least 6 of 5 environments \(over the limit\)/);
    expect(stdout).toMatch(
      /WARNING {2}More outbound marketing installations than slots\n.*D365_MARKETING_EVENTS_PREVIEW, which may cover it.*\n\s+Next step: Uninstall/,
    );
    expect(stdout).toMatch(/Database storage: near the limit\n\s+48\.5 of 54 GB used\.\n/);
    expect(stdout).toMatch(/Rule CI-J\.install\.outbound: .*license guidance/);
    expect(stdout).toMatch(/Good to know:\n/);
    expect(stdout).not.toMatch(/undefined|NaN|\[object/);
  });

  it("takes the newest reading where the file names no instant", async () => {
    const { facts: all, settings, format, version } = read(facts);
    const path = written("no-time.json", { format, version, settings, facts: all });
    expect(Date.parse((await assessed(path)).asOf)).toBeLessThanOrEqual(Date.parse(published.asOf));
  });

  it("takes Windows line ends and a byte order mark", async () => {
    const path = written("windows.json", `\ufeff${readFileSync(facts, "utf8").replaceAll("\n", "\r\n")}`);
    expect(await assessed(path)).toEqual(await assessed(facts));
  });

  it("lists every fault with its path, of all kinds at once", async () => {
    const file = read(facts);
    const by = { by: "Adele", at: "2026-11-01T08:00:00Z" };
    const skuId = "11111111-2222-4333-8444-555555555555";
    const broken = {
      ...file,
      facts: {
        ...file.facts,
        tenant: { id: 7, name: "Contoso" },
        imported: [
          { environmentId: "a", meter: "cases", value: -1, measuredAt: "1403/05/12" },
          { environmentId: "a", meter: "cases", value: 1e308, measuredAt: "2025-02-30T00:00:00Z" },
        ],
        colour: "blue",
      },
      settings: { overrides: [{ kind: "sku", skuId, product: "windows", ...by }] },
    };
    const { code, stdout, stderr } = await run(["assess", "--facts", written("broken.json", broken)]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.split("\n").flatMap((line) => /^ {2}(\S+):/.exec(line)?.slice(1) ?? [])).toEqual([
      ...["facts.tenant.id", "facts.imported[0].value", "facts.imported[0].measuredAt"],
      ...["facts.imported[1].value", "facts.imported[1].measuredAt", "facts.colour", "settings.overrides[0].product"],
    ]);
    const json = await run(["assess", "--json", "--facts", written("broken.json", broken)]);
    expect(parsed(json.stdout)).toMatchObject({ status: "failed", outcome: "usage", exitCode: 2 });
  });

  it("refuses 100 MB by the size", async () => {
    const path = written("large.json", "{}");
    truncateSync(path, 100_000_000);
    const { code, stderr } = await run(["assess", "--facts", path]);
    expect(code).toBe(2);
    expect(stderr).toContain("the file: is larger than 64 MB");
  });

  it.each([
    [
      "what is no JSON",
      () => ["--facts", written("no.json", '{\n "secret": x')],
      /not valid JSON at line 2, column 12/,
    ],
    ["no file", () => ["--facts", join(folder, "none.json")], /cannot be read: ENOENT/],
    ["no option", () => [], /required option '--facts <file>'/],
    ["an edition that is none", () => ["--facts", facts, "--edition", "2019"], /Allowed choices are seed, lg-2026-07/],
    ["a day that is none", () => ["--facts", facts, "--as-of", "2025-02-30"], /Expected a day or a time with zone/],
    ["a switch that is none", () => ["--facts", facts, "--policy", "colour=blue"], /Expected NAME=VALUE/],
    ["a reading that is none", () => ["--facts", facts, "--policy", "tenantDefault=mix"], /expected one of max, sum/],
  ])("refuses %s", async (_name, args, said) => {
    const { code, stdout, stderr } = await run(["assess", ...args()]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/fault of the program|secret/);
  });

  it("ends in peace when its reader goes", async () => {
    const child = spawn(process.execPath, [bundle, "assess", "--facts", facts, "--json"]);
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.destroy();
    const code = await new Promise((resolve) => child.once("close", resolve));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});

describe("explain", () => {
  it("prints the lines of a meter as they add up, with their rules", async () => {
    const { code, stdout } = await run(["explain", "storageLog", "--facts", facts]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/6 x 2 = 12 GB {2}Dynamics 365 Contact Center Digital \[DYNAMICS_365_CONTACT_CENTER/);
    expect(stdout).toMatch(
      /Rule CC\.storage\.log: .*\n\s+Dynamics 365 Contact Center: Licensing guidance .*edition seed/,
    );
    expect(stdout).toMatch(/Total: 44 GB/);
    expect(stdout).toMatch(/2 GB covered by Database storage/);
    expect(stdout).toMatch(/Forecast:\n\s+Made of/);
  });

  it("says who decided, and what the other readings would give", async () => {
    const file = read(facts);
    const decided = { by: "Adele Vance", at: "2026-11-01T08:00:00Z" };
    const settings = {
      policy: { basePeopleStacking: "once" },
      overrides: [
        { kind: "packSize", product: "customerInsightsAttach", meter: "interactedPeople", amount: 12_000, ...decided },
      ],
    };
    const path = written("decided.json", { ...file, settings });
    const { stdout } = await run(["explain", "interactedPeople", "--facts", path]);
    expect(stdout).toContain("Decided by Adele Vance on 2026-11-01T08:00:00Z: how much one gives");
    expect(stdout).toMatch(/basePeopleStacking = once\s+sum: 12,000 owned/);
  });

  it("gives the report of the meter with --json", async () => {
    const { stdout } = await run(["explain", "storageLog", "--facts", facts, "--json"]);
    expect(parsed(stdout)).toMatchObject(published.meters.find(({ meter }) => meter === "storageLog") ?? {});
  });

  it("refuses a meter that is none", async () => {
    const { code, stderr } = await run(["explain", "people", "--facts", facts]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Allowed choices are interactedPeople/);
  });
});

describe("plan", () => {
  const changes = [
    { kind: "add", product: "dataverseLog", quantity: 5 },
    { kind: "campaign", segment: 5_000, messages: 2, alreadyInteracted: 1_000 },
  ];

  it("says what changes, what goes and what it costs", async () => {
    const { code, stdout, stderr } = await run(["plan", "--facts", facts, "--changes", written("add.json", changes)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/Log storage\s+46 of 44 GB \(covered by another pool\)\s+-> 46 of 49 GB/);
    expect(stdout).toMatch(/Cost a month:\n\s+Today\s+\S+\s[\d,.]+.*\n\s+After/);
    expect(stdout).not.toMatch(/undefined|NaN|\[object/);
  });

  it("gives the whole plan with --json", async () => {
    const { stdout } = await run(["plan", "--json", "--facts", facts, "--changes", written("add.json", changes)]);
    expect(parsed(stdout)).toMatchObject({ meters: expect.any(Array) as unknown, cost: { change: {} } });
  });

  it("changes nothing without changes", async () => {
    const { stdout } = await run(["plan", "--facts", facts, "--changes", written("none.json", [])]);
    expect(stdout).toContain("No meter changes.");
  });

  it.each([
    [
      "what is no change",
      [{ kind: "gift" }, { kind: "add", product: "windows", quantity: 0 }, { kind: "date", asOf: "soon" }],
      ["[0].kind", "[1].product", "[1].quantity", "[2].asOf"],
    ],
    ["what is not held", [{ kind: "drop", product: "copilotStudio", quantity: 999 }], ["[0]"]],
    ["an object", {}, ["the file"]],
  ])("refuses %s with the place of each fault", async (_name, content, places) => {
    const { code, stdout, stderr } = await run(["plan", "--facts", facts, "--changes", written("bad.json", content)]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    const lines = stderr.trim().split("\n").slice(1);
    expect(lines).toHaveLength(places.length);
    places.forEach((place, index) => expect(lines[index]?.trim().startsWith(place)).toBe(true));
  });
});

describe("catalog", () => {
  it("tells two editions apart", async () => {
    const { code, stdout } = await run(["catalog", "diff", "seed", "lg-2026-07"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Database storage, once, .*: 10 GB -> 30 GB \(changed\)\n +Dynamics 365 Contact Center\n/);
    const json = await run(["catalog", "diff", "seed", "lg-2026-07", "--json"]);
    expect(parsed(json.stdout)).toBeInstanceOf(Array);
    expect((await run(["catalog", "diff", "seed", "seed"])).stdout).toContain("give the same");
  });

  it("prints a rule, and all of them", async () => {
    const one = await run(["catalog", "rules", "CC.routes", "--json"]);
    expect(parsed(one.stdout)).toMatchObject([{ id: "CC.routes", kind: "computation" }]);
    const all = await run(["catalog", "rules"]);
    expect(all.stdout).toMatch(/^GEN\.scope\.tenant \(/);
    expect(all.stdout).toContain("\nCC.routes (computation)\n");
  });

  it("refuses a rule that is none", async () => {
    const { code, stderr } = await run(["catalog", "rules", "CC.nothing"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/There is no rule CC\.nothing/);
    expect(stderr).not.toContain("fault of the program");
  });
});

describe("help", () => {
  it.each(["assess", "plan", "explain", "catalog", "catalog diff", "catalog rules"])(
    "explains %s with examples",
    async (command) => {
      const { code, stdout } = await run([...command.split(" "), "--help"]);
      expect(code).toBe(0);
      expect(stdout).toMatch(/Examples:\n\s+\$ quota-panel/);
    },
  );
});
