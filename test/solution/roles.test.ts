import { beforeAll, describe, expect, it } from "vitest";
import { descendants, type Model } from "../../scripts/solution/index.mjs";
import { solutionModel } from "./fixture";

let model: Model;
beforeAll(async () => (model = await solutionModel()));

const shown = ["dqp_environmenthistory", "dqp_import", "dqp_meterhistory", "dqp_panel", "dqp_run", "dqp_snapshot", "dqp_snapshotpart"];
/** Not for readers: it may hold who has which licence. */
const memory = ["dqp_memory"];
const counted = ["dqp_acknowledgement", "dqp_binding", "dqp_override", "dqp_policy", "dqp_threshold"];
const decided = [...counted, "dqp_scenario"];

/** What, on which tables, and why nobody can do the work of the role without it. */
type Grant = readonly [verbs: string, tables: readonly string[], reason: string];

const reading: readonly Grant[] = [
  ["Read", shown, "the panel reads the pointer, the snapshot, its parts, history and runs"],
  ["Read", decided, "the panel shows what was decided, and opens saved scenarios"],
  ["Create", ["dqp_run"], "Refresh asks for a run by making its row"],
];

const roles: Readonly<Record<string, readonly Grant[]>> = {
  "Quota Reader": reading,
  "Quota Operator": [
    ...reading,
    ["Create", decided, "acknowledges, maps licences, binds rows, sets readings and thresholds, saves scenarios"],
    ["Write", decided, "changes the day, the reason, the plan; switches a decision off and on"],
    ["Delete", decided, "takes a decision back"],
  ],
  "Quota Sync": [
    ["Read", shown, "what is there already is not written again; requests, the lease, history for forecasts"],
    ["Create,Write", shown, "publishes snapshots, keeps history and imports, tells progress, takes the lease; an upsert is both"],
    ["Delete", ["dqp_run", "dqp_snapshot", "dqp_snapshotpart"], "clears away what is older than the last two"],
    ["Create,Read,Write,Delete", memory, "leaves for the next run what this one learnt, and clears the older away"],
    ["Append", ["dqp_panel"], "the panel row is given its pointer"],
    ["AppendTo", ["dqp_snapshot"], "the snapshot is what the pointer leads to"],
    ["Read", counted, "what people decided counts at each run"],
    ["Read", ["EnvironmentVariableDefinition", "EnvironmentVariableValue"], "schedule, edition and age stand there"],
  ],
};

const privilegesOf = ([verbs, tables]: Grant): readonly string[] =>
  verbs.split(",").flatMap((verb) => tables.map((table) => `prv${verb}${table}`));

describe.each(Object.entries(roles))("%s", (name, grants) => {
  it("has each privilege that it needs, and no other", () => {
    const found = model.roles.find(({ element }) => element.attributes["name"] === name);
    if (found === undefined) throw new Error(`${name} is not in the solution`);
    const granted = descendants(found.element, "RolePrivilege").map(({ attributes }) => attributes["name"] ?? "");
    expect([...granted].sort()).toEqual(grants.flatMap(privilegesOf).sort());
  });

  it("has a reason for each", () => {
    expect(grants.filter(([, , reason]) => reason.length < 20)).toEqual([]);
  });
});

it("has no other roles", () => {
  expect(model.roles.map(({ element }) => element.attributes["name"]).sort()).toEqual(Object.keys(roles).sort());
});

it("opens the app to people, not to the sync", () => {
  const opened = model.apps.flatMap(({ element }) => descendants(element, "Role")).map(({ attributes }) => attributes["id"]);
  const names = model.roles.filter(({ name }) => opened.includes(name)).map(({ element }) => element.attributes["name"]);
  expect(names).toEqual(["Quota Operator", "Quota Reader"]);
});
