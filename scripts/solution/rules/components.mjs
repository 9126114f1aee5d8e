import { layout } from "../layout.mjs";
import { childText, descendants } from "../xml.mjs";

/** @typedef {import("../model.mjs").Model} Model */
/** @typedef {import("../model.mjs").Problem} Problem */

/** Component type codes of the solution manifest, and the components that carry them. @type {[string, keyof Model][]} */
const types = [
  ["1", "tables"],
  ["9", "choices"],
  ["20", "roles"],
  ["61", "webResources"],
  ["62", "siteMaps"],
  ["66", "controls"],
  ["80", "apps"],
];

const manifest = "Other/Solution.xml";

/** @param {Model} model @returns {string[]} `type name` of everything that the folder defines */
const defined = (model) =>
  types.flatMap(([type, list]) =>
    /** @type {readonly { name: string }[]} */ (model[list]).map(({ name }) => `${type} ${name}`),
  );

/** @param {Model} model @returns {string[]} `type name` of everything that the manifest lists */
const declared = (model) =>
  descendants(model.solution, "RootComponent").map(
    ({ attributes }) => `${attributes["type"]} ${attributes["schemaName"] ?? attributes["id"]}`,
  );

/** The manifest lists exactly what the folder defines. @param {Model} model @returns {Problem[]} */
export function rootComponents(model) {
  const [inFolder, inManifest] = [defined(model), declared(model)];
  const say = (/** @type {string} */ name, /** @type {string} */ what) => ({
    rule: "root-components",
    path: manifest,
    message: `component ${name} ${what}`,
  });
  return [
    ...inFolder.filter((name) => !inManifest.includes(name)).map((name) => say(name, "is defined but not listed")),
    ...inManifest.filter((name) => !inFolder.includes(name)).map((name) => say(name, "is listed but not defined")),
    ...inManifest.filter((name, index) => inManifest.indexOf(name) !== index).map((name) => say(name, "is listed twice")),
  ];
}

/** A component is found by its path, so the path says the same name as the content. @param {Model} model @returns {Problem[]} */
export function paths(model) {
  const places = [
    ...model.tables.map(({ path, name }) => [path, name, layout.table.exec(path)?.[1]]),
    ...model.tables.flatMap(({ forms }) => forms).map(({ path, name }) => [path, name, layout.form.exec(path)?.[3]]),
    ...model.tables.flatMap(({ views }) => views).map(({ path, name }) => [path, name, layout.view.exec(path)?.[2]]),
    ...model.choices.map(({ path, name }) => [path, name, layout.choice.exec(path)?.[1]]),
    ...model.roles.map(({ path, element }) => [path, element.attributes["name"], layout.role.exec(path)?.[1]]),
    ...model.siteMaps.map(({ path, name }) => [path, name, layout.siteMap.exec(path)?.[1]]),
    ...model.apps.map(({ path, name }) => [path, name, layout.app.exec(path)?.[1]]),
    ...model.controls.map(({ path, name }) => [path, name, layout.control.exec(path)?.[1]]),
    ...model.webResources.map(({ path, name }) => [path, name, layout.webResource.exec(path)?.[1]]),
    ...model.settings.map(({ path, name }) => [path, name, layout.setting.exec(path)?.[1]]),
    ...model.relationships.map(({ path, element }) => [path, childText(element, "ReferencedEntityName"), layout.relationships.exec(path)?.[1]]),
  ];
  return places
    .filter(([, name, inPath]) => name !== inPath)
    .map(([path, name]) => ({ rule: "paths", path: path ?? "", message: `the content is named ${name ?? ""}` }));
}

/** Relationships.xml names exactly the relationships that are defined beside it. @param {Model} model @returns {Problem[]} */
export function relationshipNames(model) {
  const path = "Other/Relationships.xml";
  const file = model.documents.get(path);
  const listed = file === undefined ? [] : descendants(file, "EntityRelationship").map(({ attributes }) => attributes["Name"] ?? "");
  const names = model.relationships.map(({ name }) => name);
  return [
    ...names.filter((name) => !listed.includes(name)).map((name) => ({ rule: "relationship-names", path, message: `${name} is not listed` })),
    ...listed.filter((name) => !names.includes(name)).map((name) => ({ rule: "relationship-names", path, message: `${name} is not defined` })),
  ];
}

/** Text is indented when it is packed, so no text and no attribute may go over a line. @param {Model} model @returns {Problem[]} */
export function oneLineText(model) {
  return [...model.documents].flatMap(([path, root]) => brokenTexts(root).map((message) => ({ rule: "one-line-text", path, message })));
}

/** @param {import("../xml.mjs").Element} element @returns {string[]} */
const brokenTexts = (element) => [
  ...(/\S/.test(element.text) && element.text.includes("\n") ? [`text of <${element.name}> goes over several lines`] : []),
  ...Object.entries(element.attributes).filter(([, value]) => value.includes("\n")).map(([name]) => `${element.name}/@${name} goes over several lines`),
  ...element.children.flatMap(brokenTexts),
];
