import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { toJsonSchema } from "@valibot/to-json-schema";
import { format as pretty, resolveConfig } from "prettier";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asOf, fakeTenant, guid, packageOf } from "../../../test/fixtures/fakeTenant.fixture";
import { InputError } from "../../app/errors";
import { defaultSettings } from "../../domain";
import { factsText, readFactsFile, requireWritable, writeFactsFile } from "./factsFile";
import { placeOfFault } from "./jsonPlace";
import { factsFileSchema } from "./schema";

const settings = defaultSettings;
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "facts-"));
  file = join(folder, "facts.json");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const facts = () =>
  fakeTenant()
    .withSku("customerInsightsAttach", 3)
    .withSku("dataverseFile", { enabled: 2, nextLifecycleAt: "2027-01-31T00:00:00Z" })
    .withEnvironment(guid(1), { database: 900, file: 20 })
    .withEnvironment(guid(2), { refused: "forbidden" })
    .withImport(guid(1), "interactedPeople", 7200)
    .facts();

type Tree = Record<string, unknown>;
const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;

/** The whole file with one value changed, by its path. */
const changed = (path: string, value: unknown): unknown => {
  const file: unknown = JSON.parse(factsText({ facts: facts(), settings, asOf }));
  const steps = path.split(".");
  const last = steps.pop() ?? "";
  const holder = steps.reduce<unknown>((tree, step) => (isTree(tree) ? tree[step] : undefined), file);
  if (!isTree(holder)) throw new Error(`There is no ${path}.`);
  holder[last] = value;
  return file;
};

const faultsOf = async (content: unknown): Promise<readonly string[]> => {
  writeFileSync(file, typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content));
  try {
    await readFactsFile(file);
  } catch (error) {
    if (error instanceof InputError) return error.faults;
    throw error;
  }
  return [];
};

const instantExpected = "expected a time with zone in the Gregorian calendar, such as 2026-11-22T20:08:34Z";
const created = "facts.companySubscriptions.value.0.createdAt";

describe("a file of facts", () => {
  it("comes back as it was written", async () => {
    await writeFactsFile(file, { facts: facts(), settings, asOf });
    expect(await readFactsFile(file)).toEqual({
      ...{ format: "quota-panel-facts", version: 1, asOf, settings },
      facts: facts(),
    });
  });

  it("is for its owner only, takes the place of the old one, and leaves nothing beside it", async () => {
    writeFileSync(file, "old");
    await writeFactsFile(file, { facts: facts(), settings, asOf });
    expect(readdirSync(folder)).toEqual(["facts.json"]);
    if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("of a large tenant leaves out blanks, then packages that no rule asks for, so that it can be read again", async () => {
    const packages = ["Contoso_Other", "DynamicsMKT_AnchorSolution"].map((name) => packageOf(name));
    const large = { facts: fakeTenant().withEnvironment(guid(1), { packages }).facts(), settings, asOf };
    const packagesWithin = async (largest: number) => {
      await writeFactsFile(file, large, largest);
      expect(statSync(file).size).toBeLessThanOrEqual(largest);
      const [row] = (await readFactsFile(file)).facts.byEnvironment;
      return row?.packages.kind === "read" ? row.packages.value.map(({ uniqueName }) => uniqueName) : [];
    };
    const whole = Buffer.byteLength(factsText(large));
    const compact = Buffer.byteLength(JSON.stringify(JSON.parse(factsText(large)))) + 1;
    expect(await packagesWithin(whole)).toEqual(["Contoso_Other", "DynamicsMKT_AnchorSolution"]);
    expect(statSync(file).size).toBe(whole);
    expect(await packagesWithin(whole - 1)).toEqual(["Contoso_Other", "DynamicsMKT_AnchorSolution"]);
    expect(statSync(file).size).toBe(compact);
    expect(await packagesWithin(compact - 1)).toEqual(["DynamicsMKT_AnchorSolution"]);
  });

  it("that nobody could read again is not written, and the old one stays", async () => {
    writeFileSync(file, "old");
    const written = writeFactsFile(file, { facts: facts(), settings, asOf }, 100);
    await expect(written).rejects.toThrow(
      /would have 1 MB, more than the 1 MB that can be read again.*without --save-facts/,
    );
    expect([readdirSync(folder), readFileSync(file, "utf8")]).toEqual([["facts.json"], "old"]);
  });

  it("that cannot be written is refused before and after", async () => {
    const away = join(folder, "away", "facts.json");
    await expect(requireWritable(away)).rejects.toThrow(InputError);
    await expect(requireWritable(folder)).rejects.toThrow(/is a folder/);
    await expect(writeFactsFile(away, { facts: facts(), settings, asOf })).rejects.toThrow(/cannot be written/);
    await expect(requireWritable(file)).resolves.toBeUndefined();
  });

  it.each([
    ["a negative figure", "facts.subscribedSkus.value.1.units.enabled", -1, "expected a whole number from 0, got -1"],
    ["a fraction", "facts.subscribedSkus.value.1.assigned", 1.5, "expected a whole number from 0, got 1.5"],
    ["a figure as text", "facts.imported.0.value", "7200", 'expected a whole number from 0, got "7200"'],
    ["1e308", "facts.imported.0.value", 1e308, "expected a whole number up to 1000000000000, got 1e+308"],
    ["a day that does not exist", created, "2025-02-30T00:00:00Z", `${instantExpected}, got "2025-02-30T00:00:00Z"`],
    ["a Persian date", created, "1403/05/12", `${instantExpected}, got "1403/05/12"`],
    ["a Persian year", created, "1403-05-12T00:00:00Z", `${instantExpected}, got "1403-05-12T00:00:00Z"`],
    ["a Buddhist year", created, "2569-05-12T00:00:00Z", `${instantExpected}, got "2569-05-12T00:00:00Z"`],
    ["yesterday", created, "yesterday", `${instantExpected}, got "yesterday"`],
    ["a time without zone", created, "2026-11-22T20:08:34", `${instantExpected}, got "2026-11-22T20:08:34"`],
    ["an hour that does not exist", created, "2026-11-22T25:00:00Z", `${instantExpected}, got "2026-11-22T25:00:00Z"`],
    ["an object for a list", "facts.byEnvironment", {}, "expected a list, got an object"],
    ["a list for an object", "facts.tenant", [], "is missing"],
    ["null", "facts.tenant.name", null, "expected text, got null"],
    ["an unknown key", "facts.environments.value.0.colour", "blue", "is not known here"],
    ["an unknown type", "facts.environments.value.0.type", "castle", /expected one of production, .*, got "castle"$/],
    ["an unknown meter", "facts.imported.0.meter", "people", /expected one of interactedPeople, .*, got "people"$/],
    ["neither read nor not read", "facts.environments.kind", "maybe", 'expected one of read, notRead, got "maybe"'],
    ["a SKU that is no GUID", "facts.subscribedSkus.value.0.skuId", "E5", 'expected a GUID, got "E5"'],
    ["another format", "format", "csv", 'expected "quota-panel-facts", got "csv"'],
    ["another version", "version", 2, "expected 1, the only version that this program reads, got 2"],
    ["an address with a path", "facts.environments.value.0.instanceUrl", "https://a.b/c", /expected an https address/],
    ["a duplicate SKU", "facts.subscribedSkus.value.1.skuId", "ff22b8d4-5073-4b24-ba45-84ad5d9b6642", "[0]"],
    ["a duplicate subscription", "facts.companySubscriptions.value.1.id", guid(1000), "is the same as in [0]"],
    ["a duplicate environment", "facts.environments.value.1.id", guid(1), "is the same as in [0]"],
    ["a pool that an environment has twice", "facts.environments.value.0.storage.1.pool", "database", "as in [0]"],
    ["a policy that is none", "settings.policy.tenantDefault", "mix", 'expected one of max, sum, got "mix"'],
    ["a zone that is an offset", "settings.policy.timeZone", "+02:00", /expected an IANA time zone/],
  ])("refuses %s with its path", async (_name, path, value, said) => {
    const faults = await faultsOf(changed(path, value));
    const shown = path.replaceAll(/\.(\d+)/g, "[$1]");
    expect(faults.filter((line) => line.startsWith(shown))).toHaveLength(faults.length);
    expect(faults[0]).toMatch(typeof said === "string" ? new RegExp(said.replaceAll(/[[\]+.]/g, "\\$&")) : said);
  });

  it("refuses overrides of what the catalogue does not know, each with its path", async () => {
    const by = { by: "Adele", at: "2026-11-01T08:00:00Z" };
    const wrong = [
      { kind: "sku", skuId: guid(7), product: "windows", ...by },
      { kind: "packSize", product: "dataverseFile", meter: "shelf", amount: 0, ...by },
      { kind: "price", product: "dataverseFile", cents: 1.5, currency: "euro", ...by },
      { kind: "conversionRate", from: "copilotMessages", to: "recordRoutes", rate: 5, by: "", at: "today" },
    ];
    const faults = await faultsOf(changed("settings.overrides", wrong));
    expect(faults.map((line) => line.split(":")[0])).toEqual([
      "settings.overrides[0].product",
      "settings.overrides[1].meter",
      "settings.overrides[1].amount",
      "settings.overrides[2].cents",
      "settings.overrides[2].currency",
      "settings.overrides[3].by",
      "settings.overrides[3].at",
    ]);
  });

  it("refuses a rate that makes more of a meter out of itself", async () => {
    const rate = { kind: "conversionRate", from: "cases", to: "cases", rate: 2, by: "Adele", at: asOf };
    expect(await faultsOf(changed("settings.overrides", [rate]))).toEqual([
      "settings.overrides[0].to: expected another meter than from",
    ]);
  });

  const day = "2026-11-01";
  const twice = <T>(row: T): readonly T[] => [row, row];
  const activity = { environmentId: guid(1), measuredAt: asOf, lastTouch: [], arrivals: [], messages: [] };
  const workspace = { id: "w", name: "W", environmentId: guid(1), sample: false, measuredAt: asOf };

  it.each([
    ["facts.activity[0].lastTouch[1].day", "facts.activity", [{ ...activity, lastTouch: twice({ day, people: 1 }) }]],
    [
      "facts.activity[0].arrivals[1].month",
      "facts.activity",
      [{ ...activity, arrivals: twice({ month: "2026-11", people: 1 }) }],
    ],
    [
      "facts.activity[0].messages[1].month",
      "facts.activity",
      [{ ...activity, messages: twice({ month: "2026-11", outbound: 1, inbound: 1 }) }],
    ],
    [
      "facts.activity[0].channels[1].channel",
      "facts.activity",
      [{ ...activity, channels: twice({ channel: "email", interactions: 1 }) }],
    ],
    [
      "facts.workspaces[0].readableCases[1].day",
      "facts.workspaces",
      [{ ...workspace, readableCases: twice({ day, cases: 1 }) }],
    ],
    [
      "facts.activity[1].environmentId",
      "facts.activity",
      [
        { ...activity, environmentId: "abc" },
        { ...activity, environmentId: "ABC" },
      ],
    ],
    [
      "facts.tenantCapacity.value.pools[1].pool",
      "facts.tenantCapacity",
      {
        ...{ kind: "read", source: "powerplatform.tenantCapacity", asOf },
        value: { pools: twice({ pool: "log", total: 1, actual: 1, rated: 1, status: "Available" }) },
      },
    ],
  ])("refuses what would count twice: %s", async (fault, path, value) => {
    expect(await faultsOf(changed(path, value))).toEqual([`${fault}: is the same as in [0]`]);
  });

  it("refuses an environment that stands there a second time in capitals", async () => {
    const bare = { noDataverse: true };
    const tenant = fakeTenant().withEnvironment("abc", bare).withEnvironment("ABC", bare).facts();
    expect(await faultsOf(factsText({ facts: tenant, settings, asOf }))).toEqual([
      "facts.environments.value[1].id: is the same as in [0]",
      "facts.byEnvironment[1].environmentId: is the same as in [0]",
    ]);
  });

  it("lists the first hundred faults and counts the others", async () => {
    const wrong = Array.from({ length: 130 }, () => ({
      environmentId: "a",
      meter: "cases",
      value: -1,
      measuredAt: asOf,
    }));
    const faults = await faultsOf(changed("facts.imported", wrong));
    expect(faults).toHaveLength(101);
    expect(faults.at(99)).toBe("facts.imported[99].value: expected a whole number from 0, got -1");
    expect(faults.at(-1)).toBe("and 30 more");
  });

  it("stops to look where a list has faults by the thousand", async () => {
    const wrong = Array.from({ length: 50_000 }, () => ({}));
    const faults = await faultsOf(changed("facts.imported", wrong));
    expect([faults.length, faults.at(0), faults.at(-1)]).toEqual([
      101,
      "facts.imported[0].environmentId: is missing",
      "and at least 900 more",
    ]);
    const reading = { environmentId: "a", meter: "cases", value: 1, measuredAt: asOf };
    const one = Array.from({ length: 5_000 }, (_, index) => ({ ...reading, value: index === 4_000 ? -1 : index }));
    expect(await faultsOf(changed("facts.imported", one))).toEqual([
      "facts.imported[4000].value: expected a whole number from 0, got -1",
    ]);
    expect(
      await faultsOf(
        changed(
          "facts.imported",
          Array.from({ length: 5_000 }, () => reading),
        ),
      ),
    ).toEqual([]);
  });

  it("takes a byte order mark and Windows line ends", async () => {
    expect(await faultsOf(`\ufeff${factsText({ facts: facts(), settings, asOf }).replaceAll("\n", "\r\n")}`)).toEqual(
      [],
    );
  });

  it("turns times with an offset into UTC", async () => {
    writeFileSync(file, JSON.stringify(changed("asOf", "2026-11-22T22:00:00+02:00")));
    expect((await readFactsFile(file)).asOf).toBe("2026-11-22T20:00:00Z");
  });

  it.each([
    ["not JSON", '{\n  "format": "secret" oops }', ["the file: is not valid JSON at line 2, column 22"]],
    ["NaN", '{ "value": NaN }', ["the file: is not valid JSON at line 1, column 12"]],
    ["empty", "", ["the file: is not valid JSON at line 1, column 1"]],
    ["a list", "[]", [/^format: is missing/]],
    ["not UTF-8", Uint8Array.from([0x7b, 0xff, 0x7d]), ["the file: is not UTF-8 text"]],
  ])("refuses what is %s, without quoting it", async (_name, content, expected) => {
    const faults = await faultsOf(content);
    expected.forEach((line, index) =>
      typeof line === "string" ? expect(faults[index]).toBe(line) : expect(faults[index]).toMatch(line),
    );
  });

  it("refuses what is larger than 64 MB by its size", async () => {
    expect(await faultsOf(new Uint8Array(64 * 1024 * 1024 + 1))).toEqual(["the file: is larger than 64 MB"]);
  });

  it("refuses a file that is not there, and a folder", async () => {
    await expect(readFactsFile(join(folder, "none.json"))).rejects.toThrow(/cannot be read: ENOENT/);
    await expect(readFactsFile(folder)).rejects.toThrow(/cannot be read: EISDIR/);
  });
});

describe("the place where a text stops being JSON", () => {
  it.each([
    ["", 1],
    ["{", 2],
    ['{"a" 1}', 6],
    ['{"a":1,}', 8],
    ["[1,]", 4],
    ["[1 2]", 4],
    ["[1}", 3],
    ["01", 1],
    ["tru", 1],
    ['"a\tb"', 3],
    ['"a\\xb"', 3],
    ['{"a":1} x', 9],
    ["{1:2}", 2],
    ['{"a":[1,{"b":null}', 19],
  ])("%j: column %i", (source, column) => {
    expect(() => JSON.parse(source) as unknown).toThrow();
    expect(placeOfFault(source)).toEqual({ line: 1, column });
  });

  it("counts lines of every kind", () => {
    expect(placeOfFault('{\r\n"a":\n\r oops')).toEqual({ line: 4, column: 2 });
  });
});

describe("docs/facts.schema.json", () => {
  it("is what the door checks with", async () => {
    const schema = {
      title: "Facts of a tenant, as `quota-panel sync --save-facts` writes and `quota-panel assess` reads them",
      ...toJsonSchema(factsFileSchema, {
        typeMode: "input",
        ignoreActions: ["check", "raw_check", "transform", "to_lower_case"],
      }),
    };
    const path = fileURLToPath(new URL("../../../docs/facts.schema.json", import.meta.url));
    const config = await resolveConfig(path);
    const text = await pretty(JSON.stringify(schema), { ...config, parser: "json" });
    await expect(text).toMatchFileSnapshot("../../../docs/facts.schema.json");
  });
});
