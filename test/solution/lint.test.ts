import { beforeAll, describe, expect, it } from "vitest";
import { lintSolution, textOf, type Tree } from "../../scripts/solution/index.mjs";
import { changed, controlFolder, encode, packageVersion, pathLike, solutionTree } from "./fixture";

let tree: Tree;
let version: string;
beforeAll(async () => {
  tree = await solutionTree();
  version = await packageVersion();
});

const panelForm = (files: Tree) => pathLike(files, /dqp_panel\/FormXml/);
const panelView = (files: Tree) => pathLike(files, /dqp_panel\/SavedQueries/);
const table = (name: string) => () => `Entities/${name}/Entity.xml`;
const fixed = (path: string) => () => path;
const siteMap = fixed("AppModuleSiteMaps/dqp_QuotaPanel/AppModuleSiteMap.xml");
const app = fixed("AppModules/dqp_QuotaPanel/AppModule.xml");
const manifest = fixed("Other/Solution.xml");

it("finds nothing in the solution as it is", () => {
  expect(lintSolution(tree, version)).toEqual([]);
});

type Fault = readonly [
  name: string,
  path: (files: Tree) => string,
  from: string | RegExp,
  to: string,
  rule: string,
  message: string,
];

const faults: readonly Fault[] = [
  ["a missing label", table("dqp_run"), /\n *<displayname description="Phase" languagecode="1031" \/>/, "", "labels", '<displaynames> "Phase" has no label in 1031'],
  ["an empty label", table("dqp_run"), 'description="Auslöser" languagecode="1031"', 'description="" languagecode="1031"', "labels", "<displaynames> has an empty label in 1031"],
  ["a label in a language that is not shipped", siteMap, 'LCID="1031"', 'LCID="1036"', "labels", 'has a label in 1036, which is not shipped'],
  ["a choice value of another publisher", fixed("OptionSets/dqp_runstatus.xml"), "471000003", "809060003", "choice-values", "value 809060003 does not start with 47100"],
  ["a choice value twice", fixed("OptionSets/dqp_runstatus.xml"), "471000003", "471000002", "choice-values", "value 471000002 occurs twice"],
  ["a column without the prefix", table("dqp_run"), "<LogicalName>dqp_phase<", "<LogicalName>phase<", "publisher-prefix", "phase does not start with dqp_"],
  ["a key of a column that is not there", table("dqp_panel"), "<AttributeName>dqp_tenantid<", "<AttributeName>dqp_tenant<", "column-references", "a key names the column dqp_tenant, which is not there"],
  ["a choice that is not there", table("dqp_run"), "<OptionSetName>dqp_runstatus<", "<OptionSetName>dqp_state<", "column-references", "dqp_status names the choice dqp_state, which is not there"],
  ["a relationship to a table that is not there", fixed("Other/Relationships/dqp_snapshot.xml"), "<ReferencingEntityName>dqp_panel<", "<ReferencingEntityName>dqp_board<", "relationship-references", "dqp_snapshot_panel_currentsnapshot names the table dqp_board, which is not there"],
  ["a relationship that is not listed", fixed("Other/Relationships.xml"), "dqp_snapshot_panel_currentsnapshot", "dqp_other", "relationship-names", "dqp_snapshot_panel_currentsnapshot is not listed"],
  ["a view with a column that is not there", panelView, '<cell name="dqp_tenantid"', '<cell name="dqp_tenant"', "view-references", "the column dqp_tenant is not there"],
  ["a view that shows what it does not fetch", panelView, /\n *<attribute name="modifiedon" \/>/, "", "view-references", "the column modifiedon is shown but not fetched"],
  ["a form with a column that is not there", panelForm, 'datafieldname="dqp_tenantid"', 'datafieldname="dqp_tenant"', "form-references", "the column dqp_tenant is not there"],
  ["a form factor without the control", panelForm, 'formFactor="2"', 'formFactor="1"', "form-references", "form factor 2 has no control"],
  ["a control that is not there", panelForm, 'name="dqp_QuotaPanel.PCFControl"', 'name="dqp_QuotaPanel.Other"', "form-references", "the control dqp_QuotaPanel.Other is not there"],
  ["a property that the control does not have", panelForm, "<tenantId>dqp_tenantid</tenantId>", "<tenant>dqp_tenantid</tenant>", "form-references", "the control has no property tenant"],
  ["a description of no field", panelForm, /forControl="\{./, 'forControl="{x', "form-references", "no field has the id"],
  ["a page that is not in the app", siteMap, 'Entity="dqp_run"', 'Entity="dqp_snapshotpart"', "sitemap-references", "dqp_sub_runs leads to dqp_snapshotpart, which is not in the app"],
  ["an icon that is not there", siteMap, "/WebResources/dqp_quotapanel.svg", "/WebResources/dqp_other.svg", "sitemap-references", "the icon /WebResources/dqp_other.svg is not there"],
  ["an app of a table that is not there", app, 'schemaName="dqp_run"', 'schemaName="dqp_job"', "app-references", "the component 1 dqp_job is not there"],
  ["an app for a role that is not there", app, /<Role id="\{./, '<Role id="{x', "app-references", "is not there"],
  ["a privilege on a table of somebody else", fixed("Roles/Quota Reader.xml"), "prvReaddqp_panel", "prvReadAccount", "role-references", "prvReadAccount is no privilege on a table of this solution"],
  ["a right to change variables", fixed("Roles/Quota Sync.xml"), "prvReadEnvironmentVariableValue", "prvWriteEnvironmentVariableValue", "role-references", "prvWriteEnvironmentVariableValue is no privilege on a table of this solution"],
  ["a privilege of a level that organisation tables do not have", fixed("Roles/Quota Sync.xml"), 'level="Global"', 'level="Basic"', "role-references", "has the level Basic; expected Global"],
  ["a component that is not listed", manifest, /\n *<RootComponent type="80"[^>]*>/, "", "root-components", "component 80 dqp_QuotaPanel is defined but not listed"],
  ["a listed component that is not defined", manifest, 'schemaName="dqp_runtrigger"', 'schemaName="dqp_other"', "root-components", "component 9 dqp_other is listed but not defined"],
  ["another version of the solution", manifest, /<Version>[^<]*</, "<Version>9.9.9<", "versions", "is version 9.9.9, package.json is"],
  ["another version of the control", fixed(`${controlFolder}/ControlManifest.xml`), / version="\d[^"]*" display/, ' version="9.9.9" display', "versions", "is version 9.9.9, package.json is"],
  ["another name of the control", fixed(`${controlFolder}/ControlManifest.xml`), 'namespace="QuotaPanel"', 'namespace="Quota"', "built-control", "the built control is named dqp_Quota.PCFControl"],
  ["a table without a name column", table("dqp_run"), "PrimaryName|", "", "table-completeness", "needs exactly one primary name column"],
  ["text over two lines", table("dqp_run"), 'description="Phase"', 'description="Pha&#10;se"'.replace("&#10;", "\n"), "one-line-text", "displayname/@description goes over several lines"],
  ["broken XML", table("dqp_run"), "</EntityInfo>", "", "well-formed", "line"],
];

describe("finds", () => {
  it.each(faults)("%s", (_name, path, from, to, rule, message) => {
    const problems = lintSolution(changed(tree, path(tree), from, to), version);
    expect(problems).toContainEqual({ rule, path: expect.any(String) as string, message: expect.stringContaining(message) as string });
  });

  it("a GUID used twice", () => {
    const [first, second] = [panelForm(tree), pathLike(tree, /dqp_run\/FormXml/)];
    const id = /<tab [^>]*id="(\{[^"]+\})"/.exec(textOf(tree, first))?.[1] ?? "";
    const problems = lintSolution(changed(tree, second, /(<section [^>]*id=")\{[^"]+\}/, `$1${id}`), version);
    expect(problems).toEqual([{ rule: "unique-ids", path: second, message: `${id} is used in ${first} too` }]);
  });

  it("a file whose content has another name", () => {
    const files = new Map([...tree].map(([path, content]) => [path.replace("OptionSets/dqp_runstatus", "OptionSets/dqp_state"), content] as const));
    expect(lintSolution(files, version)).toEqual([
      { rule: "paths", path: "OptionSets/dqp_state.xml", message: "the content is named dqp_runstatus" },
    ]);
  });

  it("a control that was not built", () => {
    const files = new Map([...tree].filter(([path]) => !path.startsWith(controlFolder) || path.endsWith(".data.xml")));
    expect(lintSolution(files, version)).toEqual([
      expect.objectContaining({ rule: "built-control", message: expect.stringContaining("run npm run solution") as string }),
    ]);
  });

  it("a file of the control that is missing", () => {
    const files = new Map([...tree].filter(([path]) => path !== `${controlFolder}/css/PCFControl.css`));
    expect(lintSolution(files, version)).toEqual([
      expect.objectContaining({ rule: "built-control", message: "css/PCFControl.css of the manifest is not in the folder" }),
    ]);
  });

  it("a table with no form", () => {
    const form = panelForm(tree);
    const files = new Map([...tree].filter(([path]) => path !== form));
    expect(lintSolution(files, version)).toEqual([
      { rule: "table-completeness", path: "Entities/dqp_panel/Entity.xml", message: "has no form" },
    ]);
  });

  it("a choice that has the name of a column", () => {
    const files = changed(changed(tree, "OptionSets/dqp_runstatus.xml", 'Name="dqp_runstatus"', 'Name="dqp_phase"'), "Other/Solution.xml", "dqp_runstatus", "dqp_phase");
    expect(lintSolution(files, version)).toContainEqual(expect.objectContaining({ rule: "choice-names", message: "dqp_phase names a column and a choice" }));
  });

  it("a missing manifest", () => {
    const files = new Map([...tree, ["Other/Solution.xml", encode("")] as const].filter(([path]) => path !== "Other/Solution.xml") as [string, Uint8Array][]);
    expect(lintSolution(files, version)).toEqual([{ rule: "well-formed", path: "Other/Solution.xml", message: "is missing" }]);
  });
});
