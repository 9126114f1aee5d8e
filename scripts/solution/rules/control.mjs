import { childText, childrenOf, descendants, parseXml } from "../xml.mjs";
import { textOf } from "../tree.mjs";

/** @typedef {import("../model.mjs").Model} Model */
/** @typedef {import("../model.mjs").Table} Table */
/** @typedef {import("../model.mjs").Problem} Problem */
/** @typedef {import("../xml.mjs").Element} Element */

const manifestPath = (/** @type {string} */ name) => `Controls/${name}/ControlManifest.xml`;

/** The built manifest of a control, when the build is in the folder. @param {Model} model @param {string} name @returns {Element | undefined} */
export const builtManifest = (model, name) =>
  model.tree.has(manifestPath(name)) ? childrenOf(parseXml(textOf(model.tree, manifestPath(name))), "control")[0] : undefined;

/** @param {Model} model @returns {Problem[]} */
export const builtControl = (model) =>
  model.controls.flatMap(({ path, name, element }) => {
    const say = (/** @type {string} */ message) => ({ rule: "built-control", path, message });
    const control = builtManifest(model, name);
    if (control === undefined) return [say("the built control is not in its folder: run npm run solution")];
    const { namespace = "", constructor = "" } = control.attributes;
    const files = descendants(control, "resources").flatMap(({ children }) => children).map(({ attributes }) => attributes["path"]).filter((file) => file !== undefined);
    const prefix = descendants(model.solution, "CustomizationPrefix")[0]?.text ?? "";
    return [
      ...(name === `${prefix}_${namespace}.${constructor}` ? [] : [say(`the built control is named ${prefix}_${namespace}.${constructor}`)]),
      ...(childText(element, "FileName") === `/${manifestPath(name)}` ? [] : [say(`FileName is not /${manifestPath(name)}`)]),
      ...files.filter((file) => !model.tree.has(`Controls/${name}/${file}`)).map((file) => say(`${file} of the manifest is not in the folder`)),
    ];
  });

/** Everything that carries the product's version carries the same. @param {Model} model @param {string} version of package.json @returns {Problem[]} */
export function versions(model, version) {
  const found = [
    ["Other/Solution.xml", descendants(model.solution, "Version")[0]?.text],
    ...model.controls.map(({ name }) => [manifestPath(name), builtManifest(model, name)?.attributes["version"] ?? version]),
  ];
  return found
    .filter(([, value]) => value !== version)
    .map(([path, value]) => ({ rule: "versions", path: path ?? "", message: `is version ${value ?? "unknown"}, package.json is ${version}` }));
}

const formFactors = ["0", "1", "2"];

/** Fields, bound parameters and controls of a form exist. @param {Model} model @returns {Problem[]} */
export const formReferences = (model) =>
  model.tables.flatMap((table) =>
    table.forms.flatMap(({ path, element }) => formProblems(model, table, element).map((message) => ({ rule: "form-references", path, message }))),
  );

/** @param {Model} model @param {Table} table @param {Element} form @returns {string[]} */
function formProblems(model, table, form) {
  const controls = descendants(form, "control");
  const fields = [...controls.map(({ attributes }) => attributes["datafieldname"]), ...descendants(form, "datafieldname").map(({ text }) => text)];
  const places = new Set(controls.map(({ attributes }) => attributes["uniqueid"]));
  const described = descendants(form, "controlDescription");
  return [
    ...fields.filter((field) => !table.columns.has(field ?? "")).map((field) => `the column ${field} is not there`),
    ...described.filter(({ attributes }) => !places.has(attributes["forControl"])).map(({ attributes }) => `no field has the id ${attributes["forControl"]}`),
    ...described.flatMap((description) => descriptionProblems(model, table, description)),
  ];
}

/** @param {Model} model @param {Table} table @param {Element} description @returns {string[]} */
function descriptionProblems(model, table, description) {
  const custom = descendants(description, "customControl").filter(({ attributes }) => attributes["name"] !== undefined);
  const factors = custom.map(({ attributes }) => attributes["formFactor"] ?? "");
  return [
    ...formFactors.filter((factor) => !factors.includes(factor)).map((factor) => `form factor ${factor} has no control`),
    ...custom.filter(({ attributes }) => !model.controls.some(({ name }) => name === attributes["name"])).map(({ attributes }) => `the control ${attributes["name"]} is not there`),
    ...custom.flatMap((control) => parameterProblems(model, table, control)),
  ];
}

/** @param {Model} model @param {Table} table @param {Element} control @returns {string[]} */
function parameterProblems(model, table, control) {
  const manifest = builtManifest(model, control.attributes["name"] ?? "");
  const bound = descendants(control, "parameters").flatMap(({ children }) => children).filter(({ attributes }) => attributes["static"] !== "true");
  const properties = manifest === undefined ? [] : childrenOf(manifest, "property").map(({ attributes }) => attributes["name"]);
  return [
    ...bound.filter(({ text }) => !table.columns.has(text)).map(({ name, text }) => `${name} is bound to ${text}, which is not there`),
    ...bound.filter(({ name }) => manifest !== undefined && !properties.includes(name)).map(({ name }) => `the control has no property ${name}`),
  ];
}
