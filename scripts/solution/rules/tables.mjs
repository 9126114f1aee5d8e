import { childText, childrenOf, descendants } from "../xml.mjs";

/** @typedef {import("../model.mjs").Model} Model */
/** @typedef {import("../model.mjs").Table} Table */
/** @typedef {import("../model.mjs").Problem} Problem */

/** @param {string} rule @param {string} path @returns {(message: string) => Problem} */
const at = (rule, path) => (message) => ({ rule, path, message });

/** Keys, choices and lookups of a table point at what is there. @param {Model} model @returns {Problem[]} */
export function columnReferences(model) {
  const choices = new Set(model.choices.map(({ name }) => name));
  const lookups = new Set(model.relationships.map(({ element }) => `${childText(element, "ReferencingEntityName")}.${childText(element, "ReferencingAttributeName")}`.toLowerCase()));
  return model.tables.flatMap((table) => {
    const say = at("column-references", table.path);
    const columns = [...table.columns].map(([name, column]) => ({ name, column, type: childText(column, "Type") }));
    const chosen = columns.filter(({ column }) => childrenOf(column, "OptionSetName").length > 0);
    return [
      ...table.keys.flatMap((key) => descendants(key, "AttributeName")).filter(({ text }) => !table.columns.has(text)).map(({ text }) => say(`a key names the column ${text}, which is not there`)),
      ...chosen.filter(({ column }) => !choices.has(childText(column, "OptionSetName"))).map(({ name, column }) => say(`${name} names the choice ${childText(column, "OptionSetName")}, which is not there`)),
      ...columns.filter(({ type, name }) => type === "lookup" && !lookups.has(`${table.name}.${name}`)).map(({ name }) => say(`${name} is a lookup without a relationship`)),
    ];
  });
}

/** @param {Model} model @returns {Problem[]} */
export function relationshipReferences(model) {
  const tables = new Map(model.tables.map((table) => [table.name, table]));
  return model.relationships.flatMap(({ path, name, element }) => {
    const say = at("relationship-references", path);
    const [from, to] = [childText(element, "ReferencingEntityName"), childText(element, "ReferencedEntityName")].map((table) => table.toLowerCase());
    const column = childText(element, "ReferencingAttributeName").toLowerCase();
    const missing = [from, to].filter((table) => !tables.has(table ?? "")).map((table) => say(`${name} names the table ${table}, which is not there`));
    const lookup = tables.get(from ?? "")?.columns.get(column);
    const isLookup = lookup !== undefined && childText(lookup, "Type") === "lookup";
    return [...missing, ...(isLookup ? [] : [say(`${name} rests on ${from}.${column}, which is no lookup column`)])];
  });
}

/** @param {Model} model @returns {Problem[]} */
export const viewReferences = (model) =>
  model.tables.flatMap((table) => table.views.flatMap((view) => viewProblems(table, view).map(at("view-references", view.path))));

/** @param {Table} table @param {import("../model.mjs").Component} view @returns {string[]} */
function viewProblems(table, view) {
  const fetched = descendants(view.element, "attribute").map(({ attributes }) => attributes["name"] ?? "");
  const row = descendants(view.element, "row")[0]?.attributes["id"] ?? "";
  const shown = descendants(view.element, "cell").map(({ attributes }) => attributes["name"] ?? "");
  const used = ["order", "condition"].flatMap((tag) => descendants(view.element, tag)).map(({ attributes }) => attributes["attribute"] ?? "");
  const jump = descendants(view.element, "grid")[0]?.attributes["jump"] ?? "";
  const entity = descendants(view.element, "entity")[0]?.attributes["name"];
  const absent = [row, jump, ...fetched, ...shown, ...used].filter((name) => !table.columns.has(name));
  return [
    ...[...new Set(absent)].map((name) => `the column ${name} is not there`),
    ...shown.filter((name) => !fetched.includes(name)).map((name) => `the column ${name} is shown but not fetched`),
    ...(entity === table.name ? [] : [`it reads ${entity ?? "nothing"}`]),
  ];
}

/** @param {Model} model @returns {Problem[]} */
export const tableCompleteness = (model) =>
  model.tables.flatMap((table) => {
    const say = at("table-completeness", table.path);
    const primary = [...table.columns.values()].filter((column) => childText(column, "DisplayMask").includes("PrimaryName"));
    return [
      ...(table.columns.has(`${table.name}id`) ? [] : [say("has no primary key column")]),
      ...(primary.length === 1 ? [] : [say("needs exactly one primary name column")]),
      ...(table.forms.length > 0 ? [] : [say("has no form")]),
      ...(table.views.length > 0 ? [] : [say("has no view")]),
    ];
  });
