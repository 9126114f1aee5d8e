/**
 * The PowerShell script that gives what is missing. It is printed and never run by the product, it holds no secret, and
 * it signs in as the person who runs it.
 */
import type { ProbedEnvironment } from "./examine";
import type { Remedy } from "./remedies";
import { readerRole, roleAssignments, type StepId } from "./steps";

export interface ScriptIdentity {
  readonly tenantId: string;
  readonly clientId: string;
  readonly homeUrl: string;
}

/** Application id of Microsoft Graph in every tenant. */
const graphApp = "00000003-0000-0000-c000-000000000000";

/** PowerShell takes typographic quotation marks for plain ones. */
const quoted = (text: string): string => `'${text.replaceAll(/['\u2018-\u201B]/g, "$&$&")}'`;

/** A name may hold anything; in a comment it must stay on its line. */
const commented = (text: string): string => `# ${text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ")}`;

const consent = ({ permissions }: Remedy): readonly string[] => [
  "Connect-MgGraph -TenantId $tenantId -Scopes 'Application.Read.All', 'AppRoleAssignment.ReadWrite.All' -NoWelcome",
  "$app = Get-MgServicePrincipal -Filter \"appId eq '$clientId'\"",
  `$graph = Get-MgServicePrincipal -Filter "appId eq '${graphApp}'"`,
  `foreach ($permission in @(${permissions.map(quoted).join(", ")})) {`,
  "  $role = $graph.AppRoles | Where-Object { $_.Value -eq $permission -and $_.AllowedMemberTypes -contains 'Application' }",
  "  New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $app.Id -PrincipalId $app.Id -ResourceId $graph.Id -AppRoleId $role.Id | Out-Null",
  "}",
];

const register = (): readonly string[] => [
  "Add-PowerAppsAccount -TenantID $tenantId",
  "New-PowerAppManagementApp -ApplicationId $clientId",
];

const assignReader = (): readonly string[] => [
  "Connect-AzAccount -Tenant $tenantId | Out-Null",
  "$assignment = @{",
  "  principalObjectId = (Get-AzADServicePrincipal -ApplicationId $clientId).Id",
  "  principalType = 'ApplicationUser'",
  `  roleDefinitionId = ${quoted(readerRole)}`,
  '  scope = "/tenants/$tenantId"',
  "} | ConvertTo-Json",
  `$answer = Invoke-AzRestMethod -Method POST -Uri ${quoted(roleAssignments)} -ResourceId 'https://api.powerplatform.com' -Payload $assignment`,
  'if ($answer.StatusCode -ge 300) { throw "Power Platform API: HTTP $($answer.StatusCode) $($answer.Content)" }',
];

const signInToPac = "pac auth create --tenant $tenantId";

const environmentLine = ({ id, name }: ProbedEnvironment): string => `  ${quoted(id)} ${commented(name)}`;

const addUsers = ({ environments }: Remedy): readonly string[] => [
  signInToPac,
  "foreach ($environment in @(",
  ...environments.map(environmentLine),
  ")) {",
  "  pac admin assign-user --environment $environment --user $clientId --role $EnvironmentRole --application-user",
  '  if ($LASTEXITCODE -ne 0) { Write-Warning "Environment $environment was not changed." }',
  "}",
];

const importSolution = (_remedy: Remedy, { homeUrl }: ScriptIdentity): readonly string[] => [
  signInToPac,
  `pac solution import --environment ${quoted(homeUrl)} --path $SolutionFile`,
  "if ($LASTEXITCODE -ne 0) { throw 'The solution was not imported.' }",
];

const addHomeUser = (_remedy: Remedy, { homeUrl }: ScriptIdentity): readonly string[] => [
  signInToPac,
  `pac admin assign-user --environment ${quoted(homeUrl)} --user $clientId --role 'Quota Sync' --application-user`,
  "if ($LASTEXITCODE -ne 0) { throw 'The home environment was not changed.' }",
];

const byHand = (): readonly string[] => [
  commented(
    "By hand: a credential is never part of a script. Run doctor again afterwards, as nothing behind it was seen.",
  ),
];

type Lines = (remedy: Remedy, identity: ScriptIdentity) => readonly string[];

const linesOf: Readonly<Record<StepId, Lines>> = {
  credential: byHand,
  graphConsent: consent,
  managementApp: register,
  powerPlatformReader: assignReader,
  environmentUser: addUsers,
  solution: importSolution,
  quotaSync: addHomeUser,
};

const parameters: readonly (readonly [StepId, string, string])[] = [
  ["environmentUser", "EnvironmentRole", "a role of each environment that reads Solution for the whole organisation"],
  ["solution", "SolutionFile", "the zip file that `npm run solution` makes"],
];

const tools: Readonly<Partial<Record<StepId, string>>> = {
  graphConsent: "module Microsoft.Graph.Applications",
  managementApp: "module Microsoft.PowerApps.Administration.PowerShell (Windows PowerShell 5.1)",
  powerPlatformReader: "modules Az.Accounts and Az.Resources",
  environmentUser: "Power Platform CLI (pac)",
  solution: "Power Platform CLI (pac)",
  quotaSync: "Power Platform CLI (pac)",
};

const parameterBlock = (wanted: ReadonlySet<StepId>): readonly string[] => {
  const used = parameters.filter(([id]) => wanted.has(id));
  if (used.length === 0) return [];
  const lines = used.map(
    ([, name, says], index) =>
      `  [Parameter(Mandatory)] [string] $${name}${index < used.length - 1 ? "," : ""} ${commented(says)}`,
  );
  return ["param(", ...lines, ")"];
};

const toolLines = (wanted: ReadonlySet<StepId>): readonly string[] => {
  const needed = [...wanted].flatMap((id) => tools[id] ?? []);
  return [...new Set(needed)].map((tool) => commented(`Needs: ${tool}`));
};

const section = (remedy: Remedy, identity: ScriptIdentity): readonly string[] => [
  "",
  commented(remedy.step.title),
  commented(`As: ${remedy.step.who}`),
  ...linesOf[remedy.step.id](remedy, identity),
];

/** Signing in once is enough for all that pac does. */
const onceOnly = (lines: readonly string[]): readonly string[] =>
  lines.filter((line, index) => line !== signInToPac || lines.indexOf(line) === index);

export const grantScript = (remedies: readonly Remedy[], identity: ScriptIdentity): string => {
  if (remedies.length === 0) return commented("Nothing is missing.");
  const wanted = new Set(remedies.map(({ step }) => step.id));
  const lines = [
    commented("Gives the application what `quota-panel doctor` found missing. Read it before you run it."),
    ...toolLines(wanted),
    ...parameterBlock(wanted),
    "$ErrorActionPreference = 'Stop'",
    `$tenantId = ${quoted(identity.tenantId)}`,
    `$clientId = ${quoted(identity.clientId)}`,
    ...remedies.flatMap((remedy) => section(remedy, identity)),
  ];
  return onceOnly(lines).join("\n");
};
