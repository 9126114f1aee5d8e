import { layout, pathsOf } from "./layout.mjs";
import { textOf } from "./tree.mjs";

/** @typedef {import("./tree.mjs").Tree} Tree */

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
const unit = "  ";

const indent = (/** @type {string} */ text, /** @type {number} */ depth) =>
  text.replaceAll(/^(?=.)/gm, unit.repeat(depth));

/** The root element as text; the namespace is declared once, on the root of the whole file. @param {Tree} tree @param {string} path */
const root = (tree, path) =>
  textOf(tree, path)
    .replace(/^<\?xml[^>]*\?>\s*/, "")
    .replace(/ xmlns:xsi="[^"]*"/, "")
    .trimEnd();

/** What stands inside the root element, moved out by one level. @param {Tree} tree @param {string} path */
const inside = (tree, path) => root(tree, path).split("\n").slice(1, -1).map((line) => line.slice(unit.length)).join("\n");

/** @param {string} tag @param {string[]} parts @param {string} attributes */
const wrap = (tag, parts, attributes = "") =>
  parts.length === 0
    ? `<${tag}${attributes} />`
    : `<${tag}${attributes}>\n${parts.map((part) => indent(part, 1)).join("\n")}\n</${tag}>`;

/** Puts `replacement` where the empty element stands, at its depth. @param {string} text @param {string} tag @param {string} replacement */
function fill(text, tag, replacement) {
  const place = new RegExp(`^( *)<${tag} />$`, "m");
  if (!place.test(text)) throw new Error(`no place for ${tag}: expected an empty <${tag} /> on a line of its own`);
  return text.replace(place, (_line, /** @type {string} */ spaces) => indent(replacement, spaces.length / unit.length));
}

/** @param {Tree} tree @param {string} folder @returns {string} */
function forms(tree, folder) {
  const paths = pathsOf(tree, "form").filter((path) => path.startsWith(folder));
  const kinds = [...new Set(paths.map((path) => layout.form.exec(path)?.[2] ?? ""))];
  const ofKind = (/** @type {string} */ kind) => paths.filter((path) => path.startsWith(`${folder}FormXml/${kind}/`));
  return wrap("FormXml", kinds.map((kind) => wrap("forms", ofKind(kind).map((path) => inside(tree, path)), ` type="${kind}"`)));
}

/** @param {Tree} tree @param {string} folder @returns {string} */
function views(tree, folder) {
  const paths = pathsOf(tree, "view").filter((path) => path.startsWith(folder));
  return wrap("SavedQueries", paths.length === 0 ? [] : [wrap("savedqueries", paths.map((path) => inside(tree, path)))]);
}

/** One table with its forms, views and ribbon. @param {Tree} tree @param {string} path @returns {string} */
function table(tree, path) {
  const folder = path.slice(0, -"Entity.xml".length);
  const filled = fill(fill(root(tree, path), "FormXml", forms(tree, folder)), "SavedQueries", views(tree, folder));
  return fill(filled, "RibbonDiffXml", root(tree, `${folder}RibbonDiff.xml`));
}

/** Elements of customizations.xml and what fills them. @type {[string, (tree: Tree) => string[]][]} */
const sections = [
  ["Entities", (tree) => pathsOf(tree, "table").map((path) => table(tree, path))],
  ["EntityRelationships", (tree) => pathsOf(tree, "relationships").map((path) => inside(tree, path))],
  ["Roles", (tree) => pathsOf(tree, "role").map((path) => root(tree, path))],
  ["optionsets", (tree) => pathsOf(tree, "choice").map((path) => root(tree, path))],
  ["WebResources", (tree) => pathsOf(tree, "webResource").map((path) => root(tree, path))],
  ["CustomControls", (tree) => pathsOf(tree, "control").map((path) => root(tree, path))],
  ["AppModuleSiteMaps", (tree) => pathsOf(tree, "siteMap").map((path) => root(tree, path))],
  ["AppModules", (tree) => pathsOf(tree, "app").map((path) => root(tree, path))],
];

/** `customizations.xml`: the skeleton of Other/Customizations.xml, whose order of elements is kept, filled with every component. @param {Tree} tree @returns {string} */
export const customizations = (tree) =>
  sections.reduce((text, [tag, parts]) => fill(text, tag, wrap(tag, parts(tree))), textOf(tree, "Other/Customizations.xml"));

/** `solution.xml`. The folder says 2, "both kinds"; a package is one of them. @param {Tree} tree @param {boolean} managed @returns {string} */
export function solutionManifest(tree, managed) {
  const text = textOf(tree, "Other/Solution.xml");
  if (!text.includes("<Managed>2</Managed>")) throw new Error("Other/Solution.xml: expected <Managed>2</Managed>");
  return text.replace("<Managed>2</Managed>", `<Managed>${managed ? 1 : 0}</Managed>`);
}

const extensionOf = (/** @type {string} */ path) => /\.([A-Za-z0-9]+)$/.exec(path.split("/").at(-1) ?? "")?.[1];
const rootFiles = new Set(["customizations.xml", "solution.xml"]);

/** `[Content_Types].xml`: one line per extension, and one per file that differs from it or has none. @param {readonly string[]} paths @returns {string} */
export function contentTypes(paths) {
  const extensions = [...new Set(["xml", ...paths.map(extensionOf)])].filter((name) => name !== undefined);
  const typeOf = (/** @type {string} */ name) => (name === "xml" ? "text/xml" : "application/octet-stream");
  const defaults = extensions.map((name) => `<Default Extension="${name}" ContentType="${typeOf(name)}" />`);
  const special = paths.filter((path) => !rootFiles.has(path) && ["xml", undefined].includes(extensionOf(path)));
  const overrides = special.map((path) => `<Override PartName="/${path}" ContentType="application/octet-stream" />`);
  const namespace = ' xmlns="http://schemas.openxmlformats.org/package/2006/content-types"';
  return `${declaration}${wrap("Types", [...defaults, ...overrides], namespace)}\n`;
}
