import { byCodeUnit } from "./tree.mjs";

/** Where each kind of component lives in the unpacked folder: the layout that `pac solution pack` reads. */
export const layout = {
  solution: /^Other\/Solution\.xml$/,
  customizations: /^Other\/Customizations\.xml$/,
  relationshipNames: /^Other\/Relationships\.xml$/,
  relationships: /^Other\/Relationships\/([^/]+)\.xml$/,
  table: /^Entities\/([^/]+)\/Entity\.xml$/,
  ribbon: /^Entities\/([^/]+)\/RibbonDiff\.xml$/,
  form: /^Entities\/([^/]+)\/FormXml\/([a-zA-Z]+)\/(\{[0-9a-f-]{36}\})\.xml$/,
  view: /^Entities\/([^/]+)\/SavedQueries\/(\{[0-9a-f-]{36}\})\.xml$/,
  choice: /^OptionSets\/([^/]+)\.xml$/,
  role: /^Roles\/([^/]+)\.xml$/,
  siteMap: /^AppModuleSiteMaps\/([^/]+)\/AppModuleSiteMap\.xml$/,
  app: /^AppModules\/([^/]+)\/AppModule\.xml$/,
  control: /^Controls\/([^/]+)\/ControlManifest\.xml\.data\.xml$/,
  controlFile: /^Controls\/([^/]+)\/(?!.*\.data\.xml$)(.+)$/,
  webResource: /^WebResources\/(.+)\.data\.xml$/,
  webResourceFile: /^WebResources\/(?!.*\.data\.xml$)(.+)$/,
  setting: /^environmentvariabledefinitions\/([^/]+)\/environmentvariabledefinition\.xml$/,
};

/** @typedef {keyof typeof layout} Kind */

/** @param {string} path @returns {{ kind: Kind, parts: string[] } | undefined} */
export function placeOf(path) {
  for (const kind of /** @type {Kind[]} */ (Object.keys(layout))) {
    const match = layout[kind].exec(path);
    if (match) return { kind, parts: match.slice(1) };
  }
  return undefined;
}

/** Files whose bytes go into the package as they are. @type {ReadonlySet<Kind>} */
export const copiedKinds = new Set(/** @type {Kind[]} */ (["controlFile", "webResourceFile", "setting"]));

/** Paths of one kind, in code unit order. @param {ReadonlyMap<string, Uint8Array>} tree @param {Kind} kind */
export const pathsOf = (tree, kind) => [...tree.keys()].filter((path) => placeOf(path)?.kind === kind).sort(byCodeUnit);
