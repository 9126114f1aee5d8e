import { expect, it } from "vitest";
import { descendants } from "../../scripts/solution/index.mjs";
import { solutionModel } from "./fixture";

const all = [
  "dqp_environmenthistory",
  "dqp_import",
  "dqp_meterhistory",
  "dqp_panel",
  "dqp_run",
  "dqp_snapshot",
  "dqp_snapshotpart",
];
/** Not for readers: it may hold who has which licence. */
const memory = "dqp_memory";
const on = (table: string, ...verbs: string[]): string[] => verbs.map((verb) => `prv${verb}${table}`);

async function privilegesOf(role: string): Promise<readonly string[]> {
  const { roles } = await solutionModel();
  const found = roles.find(({ element }) => element.attributes["name"] === role);
  if (found === undefined) throw new Error(`${role} is not in the solution`);
  return descendants(found.element, "RolePrivilege").map(({ attributes }) => attributes["name"] ?? "");
}

it("has two roles", async () => {
  const { roles } = await solutionModel();
  expect(roles.map(({ element }) => element.attributes["name"])).toEqual(["Quota Reader", "Quota Sync"]);
});

it("lets a reader read what the panel shows, and ask for a refresh, and nothing else", async () => {
  const granted = await privilegesOf("Quota Reader");
  expect([...granted].sort()).toEqual([...all.flatMap((table) => on(table, "Read")), ...on("dqp_run", "Create")].sort());
});

it("lets the sync write what it keeps and delete what grows old, on its own tables only, and read its variables", async () => {
  const granted = await privilegesOf("Quota Sync");
  const expected = [
    ...[...all, memory].flatMap((table) => on(table, "Create", "Read", "Write")),
    ...on("dqp_panel", "Append"),
    ...on("dqp_snapshot", "AppendTo", "Delete"),
    ...on("dqp_snapshotpart", "Delete"),
    ...[memory, "dqp_run"].flatMap((table) => on(table, "Delete")),
    ...on("EnvironmentVariableDefinition", "Read"),
    ...on("EnvironmentVariableValue", "Read"),
  ];
  expect([...granted].sort()).toEqual(expected.sort());
});

it("opens the app to readers", async () => {
  const { apps, roles } = await solutionModel();
  const opened = apps.flatMap(({ element }) => descendants(element, "Role")).map(({ attributes }) => attributes["id"]);
  const names = roles.filter(({ name }) => opened.includes(name)).map(({ element }) => element.attributes["name"]);
  expect(names).toEqual(["Quota Reader"]);
});
