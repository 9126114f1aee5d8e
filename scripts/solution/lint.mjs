import { readModel } from "./model.mjs";
import { appReferences, roleReferences, siteMapReferences } from "./rules/app.mjs";
import { oneLineText, paths, relationshipNames, rootComponents } from "./rules/components.mjs";
import { builtControl, formReferences, versions } from "./rules/control.mjs";
import { choiceNames, choiceValues, labels, publisherPrefix, uniqueIds } from "./rules/names.mjs";
import { columnReferences, relationshipReferences, tableCompleteness, viewReferences } from "./rules/tables.mjs";

/** @typedef {import("./model.mjs").Problem} Problem */

const rules = [
  rootComponents,
  paths,
  relationshipNames,
  oneLineText,
  choiceValues,
  choiceNames,
  publisherPrefix,
  uniqueIds,
  labels,
  tableCompleteness,
  columnReferences,
  relationshipReferences,
  viewReferences,
  formReferences,
  siteMapReferences,
  appReferences,
  roleReferences,
  builtControl,
];

/**
 * Everything that would make an import fail or a label miss, found before anybody imports.
 * @param {import("./tree.mjs").Tree} tree the unpacked solution with the built control in it
 * @param {string} version of package.json
 * @returns {Problem[]}
 */
export function lintSolution(tree, version) {
  const read = readModel(tree);
  if ("problems" in read) return read.problems;
  return [...rules.flatMap((rule) => rule(read.model)), ...versions(read.model, version)];
}

const typesPath = "[Content_Types].xml";

/** What must hold of the finished package. @param {import("./tree.mjs").Tree} files of one package @returns {Problem[]} */
export function lintPackage(files) {
  const types = new TextDecoder().decode(files.get(typesPath));
  const say = (/** @type {string} */ path, /** @type {string} */ message) => ({ rule: "package", path, message });
  const extension = (/** @type {string} */ path) => path.split("/").at(-1)?.split(".").slice(1).at(-1);
  const covered = (/** @type {string} */ path) => types.includes(`Extension="${extension(path)}"`) || types.includes(`PartName="/${path}"`);
  return [
    ...[typesPath, "customizations.xml", "solution.xml"].filter((path) => !files.has(path)).map((path) => say(path, "is missing")),
    ...[...files.keys()].filter((path) => path !== typesPath && !covered(path)).map((path) => say(path, "has no content type")),
  ];
}
