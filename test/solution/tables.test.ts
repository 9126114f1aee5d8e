import { beforeAll, describe, expect, it } from "vitest";
import { childText, descendants, type Model } from "../../scripts/solution/index.mjs";
import {
  decisionTables,
  maxPartLength,
  overrideKind,
  readingChoices,
  runStatus,
  runTrigger,
  tables,
  yesNo,
} from "../../src/domain";
import { solutionModel } from "./fixture";

let model: Model;
beforeAll(async () => (model = await solutionModel()));

/** Type and room of every column that the product writes, as the contract with the store needs them. */
const types: Readonly<Record<string, string>> = {
  dqp_name: "nvarchar 200",
  dqp_tenantid: "nvarchar 36",
  dqp_currentsnapshotid: "lookup",
  dqp_leaseholder: "nvarchar 200",
  dqp_leaseuntil: "datetime datetime",
  dqp_trigger: "picklist dqp_runtrigger",
  dqp_status: "picklist dqp_runstatus",
  dqp_requestedby: "nvarchar 200",
  dqp_phase: "nvarchar 50",
  dqp_done: "int 0..2147483647",
  dqp_total: "int 0..2147483647",
  dqp_startedon: "datetime datetime",
  dqp_endedon: "datetime datetime",
  dqp_message: "ntext 10000",
  dqp_asof: "datetime datetime",
  dqp_edition: "nvarchar 50",
  dqp_schemaversion: "int 0..2147483647",
  dqp_parts: "ntext 1048576",
  dqp_memory: "ntext 1048576",
  dqp_coverageread: "int 0..2147483647",
  dqp_coveragetotal: "int 0..2147483647",
  dqp_overcount: "int 0..2147483647",
  dqp_findingcount: "int 0..2147483647",
  dqp_footprintrows: "int 0..2147483647",
  dqp_footprintbytes: "decimal 0..100000000000",
  dqp_hash: "nvarchar 64",
  dqp_content: "ntext 1048576",
  dqp_meter: "nvarchar 100",
  dqp_day: "datetime date only",
  dqp_used: "decimal 0..100000000000",
  dqp_owned: "decimal 0..100000000000",
  dqp_meterstatus: "nvarchar 50",
  dqp_environmentid: "nvarchar 100",
  dqp_month: "nvarchar 7",
  dqp_importedon: "datetime datetime",
  dqp_importedby: "nvarchar 200",
  dqp_readings: "int 0..2147483647",
  dqp_undoneon: "datetime datetime",
  dqp_undoneby: "nvarchar 200",
  dqp_findingid: "nvarchar 400",
  dqp_reason: "ntext 2000",
  dqp_until: "datetime date only",
  dqp_decidedby: "nvarchar 200",
  dqp_kind: "picklist dqp_overridekind",
  dqp_skuid: "nvarchar 36",
  dqp_product: "nvarchar 100",
  dqp_tometer: "nvarchar 100",
  dqp_amount: "decimal 0..100000000000",
  dqp_unitprice: "decimal with decimals",
  dqp_currency: "nvarchar 3",
  dqp_rate: "decimal 0..100000000000",
  dqp_basepeoplestacking: "picklist dqp_basepeoplereading",
  dqp_crossenvironmentdedup: "picklist dqp_dedupreading",
  dqp_deletedrecords: "picklist dqp_deletedreading",
  dqp_interactionmeter: "picklist dqp_interactionreading",
  dqp_interactedpackstorage: "picklist dqp_packstoragereading",
  dqp_addonsaccruedatabase: "picklist dqp_yesno",
  dqp_contactcenterlog: "picklist dqp_logreading",
  dqp_customerserviceroutes: "picklist dqp_yesno",
  dqp_tenantdefault: "picklist dqp_defaultreading",
  dqp_timezone: "nvarchar 100",
  dqp_smsprovider: "picklist dqp_yesno",
  dqp_communicationresource: "picklist dqp_yesno",
  dqp_multigeo: "picklist dqp_yesno",
  dqp_homeregion: "nvarchar 100",
  dqp_omnichannelrenewals: "int 0..100",
  dqp_anniversary: "datetime date only",
  dqp_storageextensionfrom: "datetime date only",
  dqp_nearpercent: "int 1..100",
  dqp_criticalpercent: "int 1..100",
  dqp_entitlementid: "nvarchar 300",
  dqp_description: "ntext 2000",
  dqp_changes: "ntext 1048576",
};

type Column = Parameters<typeof childText>[0];

function roomOf(column: Column): string {
  const range = `${childText(column, "MinValue")}..${childText(column, "MaxValue")}`;
  const dateOnly = childText(column, "Behavior") === "2" ? " only" : "";
  const rooms: Readonly<Record<string, string>> = {
    nvarchar: childText(column, "MaxLength"),
    ntext: childText(column, "MaxLength"),
    int: range,
    decimal: childText(column, "Accuracy") === "0" ? range : "with decimals",
    datetime: `${childText(column, "Format")}${dateOnly}`,
    picklist: childText(column, "OptionSetName"),
  };
  const type = childText(column, "Type");
  return `${type} ${rooms[type] ?? ""}`.trim();
}

const tableNamed = (name: string) => {
  const table = model.tables.find((candidate) => candidate.name === name);
  if (table === undefined) throw new Error(`${name} is not in the solution`);
  return table;
};

it("has the tables of the code and no others", () => {
  expect(model.tables.map(({ name }) => name).sort()).toEqual(tables.map(({ logicalName }) => logicalName).sort());
});

describe.each(tables)("$logicalName", ({ logicalName, entitySetName, primaryId, columns, alternateKey }) => {
  const isDecided = decisionTables.some((table) => table.logicalName === logicalName);

  it("belongs to the organisation and is reached by the names of the code", () => {
    const [entity] = descendants(tableNamed(logicalName).element, "entity");
    if (entity === undefined) throw new Error("no entity element");
    expect([childText(entity, "EntitySetName"), childText(entity, "OwnershipTypeMask")]).toEqual([
      entitySetName,
      "OrgOwned",
    ]);
    const key = tableNamed(logicalName).columns.get(primaryId);
    expect(key && childText(key, "Type")).toBe("primarykey");
  });

  it("has the columns of the code and no others, each with room for what is written", () => {
    const own = [...tableNamed(logicalName).columns].filter(([, column]) => childText(column, "IsCustomField") === "1");
    const found = Object.fromEntries(own.map(([name, column]) => [name, roomOf(column)]));
    expect(found).toEqual(Object.fromEntries(columns.map((name) => [name, types[name]])));
  });

  it("has the alternate key of the code, of columns that must have a value; only a person may leave the tenant out", () => {
    const table = tableNamed(logicalName);
    const keys = table.keys.map((key) => descendants(key, "AttributeName").map(({ text }) => text));
    expect(keys).toEqual(alternateKey.length === 0 ? [] : [[...alternateKey]]);
    const open = isDecided ? ["dqp_tenantid"] : [];
    const levels = keys.flat().filter((name) => !open.includes(name)).map((name) => table.columns.get(name)).map((column) => column && childText(column, "RequiredLevel"));
    expect(levels.filter((level) => level !== "required")).toEqual([]);
  });
});

it("names its key of the panel dqp_tenantkey", () => {
  expect(tableNamed("dqp_panel").keys.map((key) => childText(key, "LogicalName"))).toEqual(["dqp_tenantkey"]);
});

const choices: readonly (readonly [string, Readonly<Record<string, number>>])[] = [
  ["dqp_runstatus", runStatus],
  ["dqp_runtrigger", runTrigger],
  ["dqp_overridekind", overrideKind],
  ["dqp_yesno", yesNo],
];

it("has for each switch a choice with a value for each reading, and an empty one for what nobody decided", () => {
  const policy = tableNamed("dqp_policy");
  for (const [name, { column, values }] of Object.entries(readingChoices)) {
    const choice = policy.columns.get(column);
    const options = model.choices.find((one) => one.name === (choice && childText(choice, "OptionSetName")));
    const found = options && descendants(options.element, "option").map(({ attributes }) => Number(attributes["value"]));
    expect([name, found]).toEqual([name, Object.values<number>(values).sort()]);
    expect([name, choice && childText(choice, "AppDefaultValue")]).toEqual([name, "-1"]);
  }
});

it.each(choices)("has in %s the values of the code, in their order", (name, values) => {
  const choice = model.choices.find((candidate) => candidate.name === name);
  if (choice === undefined) throw new Error(`${name} is not in the solution`);
  const found = descendants(choice.element, "option").map(({ attributes }) => Number(attributes["value"]));
  expect(found).toEqual(Object.values(values));
});

it("has a pointer from the panel to the snapshot, which cannot be deleted while it is shown", () => {
  const [pointer, ...others] = model.relationships.map(({ element }) => element);
  if (pointer === undefined) throw new Error("no relationship");
  expect(others).toEqual([]);
  expect(
    ["ReferencingEntityName", "ReferencingAttributeName", "ReferencedEntityName", "CascadeDelete"].map((name) =>
      childText(pointer, name),
    ),
  ).toEqual(["dqp_panel", "dqp_currentsnapshotid", "dqp_snapshot", "Restrict"]);
  const navigation = descendants(pointer, "NavigationPropertyName").map(({ text }) => text);
  expect(navigation[0]).toBe("dqp_currentsnapshotid");
});

it("leaves room for the longest part", () => {
  expect(maxPartLength).toBeLessThanOrEqual(1_048_576);
});
