import { childText, descendants } from "../xml.mjs";

/** @typedef {import("../model.mjs").Model} Model */
/** @typedef {import("../model.mjs").Problem} Problem */

/** @param {string} rule @param {string} path @returns {(message: string) => Problem} */
const at = (rule, path) => (message) => ({ rule, path, message });
const names = (/** @type {readonly { name: string }[]} */ list) => new Set(list.map(({ name }) => name));

/** @param {Model} model @returns {Problem[]} */
export function appReferences(model) {
  const known = { 1: names(model.tables), 26: names(model.tables.flatMap(({ views }) => views)), 60: names(model.tables.flatMap(({ forms }) => forms)), 62: names(model.siteMaps) };
  const icons = new Set(model.webResources.map(({ element }) => bare(childText(element, "WebResourceId"))));
  return model.apps.flatMap(({ path, element }) => {
    const say = at("app-references", path);
    const parts = descendants(element, "AppModuleComponent").map(({ attributes }) => ({ type: attributes["type"] ?? "", name: attributes["schemaName"] ?? attributes["id"] ?? "" }));
    const lost = parts.filter(({ type, name }) => !(/** @type {Record<string, Set<string>>} */ (known)[type]?.has(name)));
    const roles = descendants(element, "Role").map(({ attributes }) => attributes["id"] ?? "");
    const icon = childText(element, "WebResourceId");
    return [
      ...lost.map(({ type, name }) => say(`the component ${type} ${name} is not there`)),
      ...roles.filter((id) => !names(model.roles).has(id)).map((id) => say(`the role ${id} is not there`)),
      ...(icons.has(bare(icon)) ? [] : [say(`the icon ${icon} is not there`)]),
    ];
  });
}

const bare = (/** @type {string} */ id) => id.replace(/[{}]/g, "").toLowerCase();

/** Pages of the navigation lead to tables of the app. @param {Model} model @returns {Problem[]} */
export const siteMapReferences = (model) =>
  model.siteMaps.flatMap(({ path, name, element }) => {
    const say = at("sitemap-references", path);
    const app = model.apps.find((candidate) => descendants(candidate.element, "AppModuleComponent").some(({ attributes }) => attributes["schemaName"] === name && attributes["type"] === "62"));
    const tables = new Set(app === undefined ? [] : descendants(app.element, "AppModuleComponent").filter(({ attributes }) => attributes["type"] === "1").map(({ attributes }) => attributes["schemaName"]));
    const places = ["Area", "Group", "SubArea"].flatMap((tag) => descendants(element, tag));
    const icons = places.flatMap(({ attributes }) => [attributes["VectorIcon"], attributes["Icon"]]).filter((icon) => icon !== undefined);
    const ids = places.map(({ attributes }) => attributes["Id"] ?? "");
    return [
      ...(app === undefined ? [say("no app uses it")] : []),
      ...descendants(element, "SubArea").filter(({ attributes }) => !tables.has(attributes["Entity"])).map(({ attributes }) => say(`${attributes["Id"]} leads to ${attributes["Entity"]}, which is not in the app`)),
      ...icons.filter((icon) => !names(model.webResources).has(icon.replace("/WebResources/", ""))).map((icon) => say(`the icon ${icon} is not there`)),
      ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => say(`the id ${id} occurs twice`)),
    ];
  });

const privilege = /^prv(Create|Read|Write|Delete|AppendTo|Append)(.+)$/;

/** The only rights on tables of the platform: without them the solution's own environment variables cannot be read. */
const platformPrivileges = new Set(["prvReadEnvironmentVariableDefinition", "prvReadEnvironmentVariableValue"]);

/** Roles speak of this solution's tables and variables only. The tables belong to the organisation and so know one level. @param {Model} model @returns {Problem[]} */
export const roleReferences = (model) =>
  model.roles.flatMap(({ path, element }) =>
    descendants(element, "RolePrivilege").flatMap(({ attributes }) => {
      const [name, level] = [attributes["name"] ?? "", attributes["level"] ?? ""];
      const table = (privilege.exec(name)?.[2] ?? "").toLowerCase();
      const say = at("role-references", path);
      return [
        ...(names(model.tables).has(table) || platformPrivileges.has(name) ? [] : [say(`${name} is no privilege on a table of this solution`)]),
        ...(level === "Global" ? [] : [say(`${name} has the level ${level}; expected Global`)]),
      ];
    }),
  );
