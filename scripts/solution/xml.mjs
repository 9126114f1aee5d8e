import { XMLParser, XMLValidator } from "fast-xml-parser";

/** @typedef {{ name: string, attributes: Record<string, string>, children: Element[], text: string }} Element */

/** Keeps names such as `constructor`, which a control manifest has, apart from those of every object. */
const prefix = "@";

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: prefix,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
});

/** @param {Record<string, unknown>} node @returns {Element} */
function elementOf(node) {
  const name = Object.keys(node).find((key) => key !== ":@") ?? "";
  const content = /** @type {Record<string, unknown>[]} */ (node[name]);
  const raw = Object.entries(/** @type {Record<string, string>} */ (node[":@"] ?? {}));
  const named = raw.map(([key, value]) => [key.slice(prefix.length), value]);
  const attributes = Object.assign(Object.create(null), Object.fromEntries(named));
  const text = content.map((child) => child["#text"] ?? "").join("");
  return { name, attributes, children: content.filter((child) => !("#text" in child)).map(elementOf), text };
}

/** @param {string} text @returns {Element} the root; throws with line and column when not well-formed */
export function parseXml(text) {
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw new Error(`line ${verdict.err.line}, column ${verdict.err.col}: ${verdict.err.msg}`);
  const roots = parser.parse(text).map(elementOf);
  return roots[0];
}

/** @param {Element} element @param {string} name */
export const childrenOf = (element, name) => element.children.filter((child) => child.name === name);

/** Text of the child, "" without one. @param {Element} element @param {string} name */
export const childText = (element, name) => childrenOf(element, name)[0]?.text ?? "";

/** All elements below with that name, in document order. @param {Element} element @param {string} name @returns {Element[]} */
export const descendants = (element, name) =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);

/** Every element below and itself. @param {Element} element @returns {Element[]} */
export const everyElement = (element) => [element, ...element.children.flatMap(everyElement)];
