import { childText, childrenOf, descendants, everyElement } from "../xml.mjs";

/** @typedef {import("../model.mjs").Model} Model */
/** @typedef {import("../model.mjs").Problem} Problem */
/** @typedef {import("../xml.mjs").Element} Element */

const publisher = (/** @type {Model} */ model, /** @type {string} */ name) => descendants(model.solution, name)[0]?.text ?? "";

/** Choice values are the publisher's prefix and four digits, so that they cannot meet those of another publisher. @param {Model} model @returns {Problem[]} */
export function choiceValues(model) {
  const prefix = publisher(model, "CustomizationOptionValuePrefix");
  return model.choices.flatMap(({ path, element }) => {
    const values = descendants(element, "option").map((option) => option.attributes["value"] ?? "");
    const say = (/** @type {string} */ message) => ({ rule: "choice-values", path, message });
    return [
      ...values.filter((value) => !new RegExp(`^${prefix}\\d{4}$`).test(value)).map((value) => say(`value ${value} does not start with ${prefix}`)),
      ...values.filter((value, index) => values.indexOf(value) !== index).map((value) => say(`value ${value} occurs twice`)),
    ];
  });
}

/** @param {Model} model @returns {[string, string][]} path and name of everything that Dataverse wants prefixed */
const customNames = (model) => [
  ...model.tables.map(({ path, name }) => /** @type {[string, string]} */ ([path, name])),
  ...model.tables.flatMap(({ path, columns }) => [...columns.values()].filter(isCustom).map((column) => /** @type {[string, string]} */ ([path, childText(column, "LogicalName")]))),
  ...model.tables.flatMap(({ path, keys }) => keys.map((key) => /** @type {[string, string]} */ ([path, childText(key, "LogicalName")]))),
  ...[model.choices, model.siteMaps, model.apps, model.controls, model.webResources, model.settings, model.relationships].flat().map(({ path, name }) => /** @type {[string, string]} */ ([path, name])),
];

const isCustom = (/** @type {Element} */ column) => childText(column, "IsCustomField") === "1";

/** @param {Model} model @returns {Problem[]} */
export function publisherPrefix(model) {
  const prefix = `${publisher(model, "CustomizationPrefix")}_`;
  return customNames(model)
    .filter(([, name]) => !name.startsWith(prefix))
    .map(([path, name]) => ({ rule: "publisher-prefix", path, message: `${name} does not start with ${prefix}` }));
}

/** A column and a global choice of one name cannot both be created. @param {Model} model @returns {Problem[]} */
export const choiceNames = (model) =>
  model.tables.flatMap(({ path, columns }) =>
    model.choices
      .filter(({ name }) => columns.has(name.toLowerCase()))
      .map(({ name }) => ({ rule: "choice-names", path, message: `${name} names a column and a choice` })),
  );

const guid = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;
/** Elements whose `id` makes a thing; in all others an id points at one. */
const identified = new Set(["tab", "section", "cell", "header", "footer", "Role"]);
/** Cells of a view are known by their column. */
const isColumn = (/** @type {Element} */ element) => element.name === "cell" && element.attributes["name"] !== undefined;
const identifying = new Set(["formid", "savedqueryid", "WebResourceId"]);

/** @param {Element} element @returns {string[]} */
const ownIds = (element) => [
  ...(identified.has(element.name) && !isColumn(element) ? [element.attributes["id"] ?? ""] : []),
  ...(identifying.has(element.name) ? [element.text] : []),
  ...(element.attributes["uniqueid"] === undefined ? [] : [element.attributes["uniqueid"]]),
];

/** @param {Model} model @returns {Problem[]} */
export function uniqueIds(model) {
  const pointing = new Set(model.apps.map(({ path }) => path));
  const all = [...model.documents]
    .filter(([path]) => !pointing.has(path))
    .flatMap(([path, root]) => everyElement(root).flatMap(ownIds).map((id) => ({ path, id: id.toLowerCase() })));
  const seen = new Map();
  return all.flatMap(({ path, id }) => {
    const before = seen.get(id);
    seen.set(id, path);
    if (!guid.test(id)) return [{ rule: "unique-ids", path, message: `"${id}" is not a GUID` }];
    return before === undefined ? [] : [{ rule: "unique-ids", path, message: `${id} is used in ${before} too` }];
  });
}

const localised = new Set(["displaynames", "Descriptions", "LocalizedNames", "LocalizedCollectionNames", "labels", "Titles", "description", "displayname"]);
const languageOf = (/** @type {Element} */ label) => label.attributes["languagecode"] ?? label.attributes["LCID"];
const wordsOf = (/** @type {Element} */ label) => label.attributes["description"] ?? label.attributes["Title"] ?? "";

/** @param {Element} element @returns {boolean} cells of the header that hold no control have nothing to say */
const isEmptyCell = (element) => element.name === "cell" && childrenOf(element, "control").length === 0;

/** @param {Element} element @param {readonly string[]} languages @returns {string[]} */
function labelProblems(element, languages) {
  const own = element.children
    .filter((group) => localised.has(group.name) && languageOf(group) === undefined)
    .flatMap((group) => groupProblems(group, languages, isEmptyCell(element)));
  return [...own, ...element.children.flatMap((child) => labelProblems(child, languages))];
}

/** @param {Element} group @param {readonly string[]} languages @param {boolean} mayBeEmpty @returns {string[]} */
function groupProblems(group, languages, mayBeEmpty) {
  const present = group.children.map((label) => languageOf(label) ?? "");
  const first = group.children.map(wordsOf)[0] ?? "";
  return [
    ...languages.filter((language) => !present.includes(language)).map((language) => `<${group.name}> "${first}" has no label in ${language}`),
    ...present.filter((language) => !languages.includes(language)).map((language) => `<${group.name}> "${first}" has a label in ${language}, which is not shipped`),
    ...group.children.filter((label) => !mayBeEmpty && wordsOf(label) === "").map((label) => `<${group.name}> has an empty label in ${languageOf(label)}`),
  ];
}

/** Every label exists in every shipped language. @param {Model} model @returns {Problem[]} */
export const labels = (model) =>
  [...model.documents].flatMap(([path, root]) =>
    path.endsWith("ControlManifest.xml") ? [] : labelProblems(root, model.languages).map((message) => ({ rule: "labels", path, message })),
  );
