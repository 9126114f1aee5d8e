export { lintPackage, lintSolution } from "./lint.mjs";
export { readModel } from "./model.mjs";
export { packageFiles, zipFiles } from "./pack.mjs";
export { readTree, replaceFiles, textOf } from "./tree.mjs";
export { childText, childrenOf, descendants, parseXml } from "./xml.mjs";
