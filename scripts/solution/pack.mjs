import { zipSync } from "fflate";
import { contentTypes, customizations, solutionManifest } from "./compose.mjs";
import { copiedKinds, placeOf } from "./layout.mjs";
import { byCodeUnit, textOf } from "./tree.mjs";
import { childText, parseXml } from "./xml.mjs";

/** @typedef {import("./tree.mjs").Tree} Tree */

/** Web resources are stored under the name that their declaration gives. @param {Tree} tree @param {string} path */
function packedPath(tree, path) {
  if (placeOf(path)?.kind !== "webResourceFile") return path;
  return childText(parseXml(textOf(tree, `${path}.data.xml`)), "FileName").replace(/^\//, "");
}

const encoder = new TextEncoder();

/** Files of the package, in code unit order. @param {Tree} tree @param {boolean} managed @returns {Tree} */
export function packageFiles(tree, managed) {
  const strangers = [...tree.keys()].filter((path) => placeOf(path) === undefined);
  if (strangers.length > 0) throw new Error(`the packer does not know what to do with ${strangers.join(", ")}`);
  const isCopied = (/** @type {string} */ path) => copiedKinds.has(placeOf(path)?.kind ?? "solution");
  const copied = [...tree].filter(([path]) => isCopied(path)).map(([path, content]) => [packedPath(tree, path), content]);
  const written = Object.entries({
    "customizations.xml": customizations(tree),
    "solution.xml": solutionManifest(tree, managed),
  }).map(([path, text]) => [path, encoder.encode(text)]);
  const parts = /** @type {[string, Uint8Array][]} */ ([...copied, ...written]).sort(([a], [b]) => byCodeUnit(a, b));
  const types = encoder.encode(contentTypes(parts.map(([path]) => path)));
  return new Map([["[Content_Types].xml", types], ...parts]);
}

/** The zip format keeps local time, so the date is built from local parts, when it is needed: the same in every time zone. */
const timestamp = () => new Date(1980, 0, 1);

/** The same bytes for the same files, on every machine. @param {Tree} files @returns {Uint8Array} */
export function zipFiles(files) {
  const options = { level: /** @type {const} */ (9), mtime: timestamp(), os: 0 };
  return zipSync(Object.fromEntries([...files].map(([path, content]) => [path, [content, options]])));
}
