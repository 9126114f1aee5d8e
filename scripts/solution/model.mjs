import { layout, pathsOf, placeOf } from "./layout.mjs";
import { textOf } from "./tree.mjs";
import { childText, childrenOf, descendants, parseXml } from "./xml.mjs";

/**
 * @typedef {import("./tree.mjs").Tree} Tree
 * @typedef {import("./xml.mjs").Element} Element
 * @typedef {{ path: string, name: string, element: Element }} Component
 * @typedef {{ path: string, name: string, element: Element, columns: ReadonlyMap<string, Element>, keys: readonly Element[],
 *   forms: readonly Component[], views: readonly Component[] }} Table
 * @typedef {{ tree: Tree, documents: ReadonlyMap<string, Element>, solution: Element, languages: readonly string[],
 *   tables: readonly Table[], choices: readonly Component[], roles: readonly Component[], siteMaps: readonly Component[],
 *   apps: readonly Component[], controls: readonly Component[], webResources: readonly Component[],
 *   settings: readonly Component[], relationships: readonly Component[] }} Model
 * @typedef {{ rule: string, path: string, message: string }} Problem
 */

const isXml = (/** @type {string} */ path) => path.endsWith(".xml") && placeOf(path) !== undefined;

/** Parses every document once. @param {Tree} tree @returns {{ documents: Map<string, Element>, problems: Problem[] }} */
function parseAll(tree) {
  const documents = new Map();
  /** @type {Problem[]} */
  const problems = [];
  for (const path of [...tree.keys()].filter(isXml)) {
    try {
      documents.set(path, parseXml(textOf(tree, path)));
    } catch (error) {
      problems.push({ rule: "well-formed", path, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { documents, problems };
}

/** @param {ReadonlyMap<string, Element>} documents @param {(element: Element) => string} nameOf @returns {(path: string) => Component} */
const component = (documents, nameOf) => (path) => {
  const element = /** @type {Element} */ (documents.get(path));
  return { path, element, name: nameOf(element) };
};

/** @param {Tree} tree @param {ReadonlyMap<string, Element>} documents @param {string} path @returns {Table} */
function tableOf(tree, documents, path) {
  const element = /** @type {Element} */ (documents.get(path));
  const folder = path.slice(0, -"Entity.xml".length);
  const inFolder = (/** @type {"form" | "view"} */ kind) => pathsOf(tree, kind).filter((file) => file.startsWith(folder));
  const columns = descendants(element, "attribute").map((column) => [childText(column, "LogicalName"), column]);
  const idOf = (/** @type {string} */ tag) => (/** @type {Element} */ file) => descendants(file, tag)[0]?.text ?? "";
  return {
    path,
    element,
    name: (descendants(element, "entity")[0]?.attributes["Name"] ?? "").toLowerCase(),
    columns: new Map(/** @type {[string, Element][]} */ (columns)),
    keys: descendants(element, "EntityKey"),
    forms: inFolder("form").map(component(documents, idOf("formid"))),
    views: inFolder("view").map(component(documents, idOf("savedqueryid"))),
  };
}

const attribute = (/** @type {string} */ name) => (/** @type {Element} */ element) => element.attributes[name] ?? "";
const text = (/** @type {string} */ name) => (/** @type {Element} */ element) => childText(element, name);

/** @param {ReadonlyMap<string, Element>} documents @returns {Component[]} */
const relationshipsOf = (documents) =>
  [...documents]
    .filter(([path]) => layout.relationships.test(path))
    .flatMap(([path, file]) => childrenOf(file, "EntityRelationship").map((element) => ({ path, element, name: attribute("Name")(element) })));

/** The solution as its rules see it. Broken files end the reading, because every other rule rests on them. @param {Tree} tree @returns {{ model: Model } | { problems: Problem[] }} */
export function readModel(tree) {
  const { documents, problems } = parseAll(tree);
  const solution = documents.get("Other/Solution.xml");
  const skeleton = documents.get("Other/Customizations.xml");
  if (solution === undefined) problems.push({ rule: "well-formed", path: "Other/Solution.xml", message: "is missing" });
  if (skeleton === undefined) problems.push({ rule: "well-formed", path: "Other/Customizations.xml", message: "is missing" });
  if (problems.length > 0 || solution === undefined || skeleton === undefined) return { problems };
  const list = (/** @type {import("./layout.mjs").Kind} */ kind, /** @type {(element: Element) => string} */ nameOf) =>
    pathsOf(tree, kind).map(component(documents, nameOf));
  const model = {
    tree,
    documents,
    solution,
    languages: descendants(skeleton, "Language").map((language) => language.text),
    tables: pathsOf(tree, "table").map((path) => tableOf(tree, documents, path)),
    choices: list("choice", attribute("Name")),
    roles: list("role", attribute("id")),
    siteMaps: list("siteMap", text("SiteMapUniqueName")),
    apps: list("app", text("UniqueName")),
    controls: list("control", text("Name")),
    webResources: list("webResource", text("Name")),
    settings: list("setting", attribute("schemaname")),
    relationships: relationshipsOf(documents),
  };
  return { model };
}
