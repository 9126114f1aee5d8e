import { unzipSync } from "fflate";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import {
  childrenOf,
  descendants,
  lintPackage,
  packageFiles,
  parseXml,
  textOf,
  zipFiles,
  type Tree,
} from "../../scripts/solution/index.mjs";
import { changed, controlFolder, encode, solutionModel, solutionTree } from "./fixture";

let tree: Tree;
beforeAll(async () => (tree = await solutionTree()));
afterEach(() => vi.unstubAllEnvs());

const pack = (files: Tree, managed: boolean): Uint8Array => zipFiles(packageFiles(files, managed));
const customizationsOf = (files: Tree) => parseXml(textOf(packageFiles(files, false), "customizations.xml"));

it("gives the same bytes twice, whatever the order of reading and the time zone", () => {
  const first = pack(tree, false);
  vi.stubEnv("TZ", "Pacific/Kiritimati");
  expect(pack(new Map([...tree].reverse()), false)).toEqual(first);
  vi.stubEnv("TZ", "America/Los_Angeles");
  expect(pack(tree, false)).toEqual(first);
});

it("gives the same bytes for a working copy with CRLF and a byte order mark", () => {
  const foreign = new Map(
    [...tree].map(([path, content]) => {
      const isSource = path.startsWith("Entities/") || path.startsWith("Other/");
      const text = `\uFEFF${new TextDecoder().decode(content).replaceAll("\n", "\r\n")}`;
      return [path, isSource ? encode(text) : content] as const;
    }),
  );
  expect(pack(foreign, true)).toEqual(pack(tree, true));
});

it("changes with every change of a source", () => {
  const other = changed(tree, "OptionSets/dqp_runstatus.xml", "Requested", "Asked for");
  expect(pack(other, false)).not.toEqual(pack(tree, false));
});

it("holds what Dataverse imports, at the places where it looks", () => {
  const names = Object.keys(unzipSync(pack(tree, false)));
  expect(names).toEqual([
    "[Content_Types].xml",
    `${controlFolder}/ControlManifest.xml`,
    `${controlFolder}/bundle.js`,
    `${controlFolder}/css/PCFControl.css`,
    `${controlFolder}/strings/PCFControl.1031.resx`,
    `${controlFolder}/strings/PCFControl.1033.resx`,
    expect.stringMatching(/^WebResources\/dqp_quotapanelsvg[0-9A-F-]{36}$/),
    "customizations.xml",
    "environmentvariabledefinitions/dqp_Edition/environmentvariabledefinition.xml",
    "environmentvariabledefinitions/dqp_Schedule/environmentvariabledefinition.xml",
    "environmentvariabledefinitions/dqp_StaleAfterHours/environmentvariabledefinition.xml",
    "environmentvariabledefinitions/dqp_TenantId/environmentvariabledefinition.xml",
    "solution.xml",
  ]);
});

it("differs between managed and unmanaged in one word", () => {
  const [unmanaged, managed] = [packageFiles(tree, false), packageFiles(tree, true)];
  const texts = [...managed.keys()].filter((path) => textOf(managed, path) !== textOf(unmanaged, path));
  expect(texts).toEqual(["solution.xml"]);
  expect(textOf(managed, "solution.xml").replace("<Managed>1<", "<Managed>0<")).toBe(textOf(unmanaged, "solution.xml"));
});

it("keeps the order of elements that exports have", () => {
  expect(customizationsOf(tree).children.map(({ name }) => name)).toEqual([
    "Entities",
    "Roles",
    "Workflows",
    "FieldSecurityProfiles",
    "Templates",
    "EntityMaps",
    "EntityRelationships",
    "OrganizationSettings",
    "optionsets",
    "WebResources",
    "CustomControls",
    "SolutionPluginAssemblies",
    "AppModuleSiteMaps",
    "AppModules",
    "EntityDataProviders",
    "Languages",
  ]);
});

it("carries every component whole", async () => {
  const model = await solutionModel();
  const packed = customizationsOf(tree);
  const inside = (section: string) => childrenOf(packed, section).flatMap(({ children }) => children);
  expect(inside("optionsets")).toEqual(model.choices.map(({ element }) => withoutNamespace(element)));
  expect(inside("Roles")).toEqual(model.roles.map(({ element }) => withoutNamespace(element)));
  expect(inside("AppModules")).toEqual(model.apps.map(({ element }) => element));
  expect(inside("AppModuleSiteMaps")).toEqual(model.siteMaps.map(({ element }) => withoutNamespace(element)));
  expect(inside("EntityRelationships")).toEqual(model.relationships.map(({ element }) => element));
  expect(inside("Entities").flatMap((entity) => descendants(entity, "attribute")).length).toBe(
    [...tree.keys()]
      .filter((path) => path.startsWith("Entities/") && /Entity\.xml$|SavedQueries/.test(path))
      .reduce((sum, path) => sum + descendants(parseXml(textOf(tree, path)), "attribute").length, 0),
  );
  const forms = model.tables.flatMap(({ forms: own }) => own.flatMap(({ element }) => descendants(element, "systemform")));
  expect(inside("Entities").flatMap((entity) => descendants(entity, "systemform"))).toEqual(forms);
  const views = model.tables.flatMap(({ views: own }) => own.flatMap(({ element }) => descendants(element, "savedquery")));
  expect(inside("Entities").flatMap((entity) => descendants(entity, "savedquery"))).toEqual(views);
});

type Element = ReturnType<typeof parseXml>;
function withoutNamespace(element: Element): Element {
  const kept = Object.entries(element.attributes).filter(([name]) => name !== "xmlns:xsi");
  return { ...element, attributes: Object.assign(Object.create(null) as object, Object.fromEntries(kept)) };
}

it("has a content type for every file", () => {
  expect(lintPackage(packageFiles(tree, true))).toEqual([]);
  const files = new Map([...packageFiles(tree, true), [`${controlFolder}/img/logo.gif`, encode("x")] as const]);
  expect(lintPackage(files)).toEqual([
    { rule: "package", path: `${controlFolder}/img/logo.gif`, message: "has no content type" },
  ]);
});

it("refuses what it cannot pack instead of leaving it out", () => {
  const stranger = new Map([...tree, ["Workflows/flow.json", encode("{}")] as const]);
  expect(() => packageFiles(stranger, false)).toThrow("Workflows/flow.json");
});
