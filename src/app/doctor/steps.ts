/** How each permission is given, as data: who may, where in a portal, and by which command. Sources: apis.md 3.4 and section 8. */

export type StepId =
  | "credential"
  | "graphConsent"
  | "managementApp"
  | "powerPlatformReader"
  | "environmentUser"
  | "quotaSync"
  | "solution";

/**
 * One way to give permissions. `{clientId}`, `{tenantId}`, `{permissions}`, `{environment}` and `{homeUrl}` in the texts
 * stand for what the tenant has there.
 */
export interface Step {
  readonly id: StepId;
  readonly title: string;
  readonly who: string;
  readonly portal: string;
  /** PowerShell; one line. */
  readonly command?: string;
  readonly note?: string;
  /** What can only be given after this one, and so is missing too. */
  readonly then?: StepId;
}

/** Id of the role definition "Power Platform reader" (apis.md 3.4, step 3). */
export const readerRole = "c886ad2e-27f7-4874-8381-5849b8d8a090";
export const roleAssignments = "https://api.powerplatform.com/authorization/roleAssignments?api-version=2024-10-01";

export const steps: readonly Step[] = [
  {
    id: "credential",
    title: "App registration and its credential",
    who: "owner of the app registration",
    portal:
      "Microsoft Entra admin center, _App registrations_, the app, _Certificates & secrets_: a certificate (better) or a client secret; then name it in the settings",
    note: "Client id, tenant id and credential belong together. The message of Microsoft Entra says which of them is wrong.",
  },
  {
    id: "graphConsent",
    title: "Consent in Microsoft Graph",
    who: "Privileged Role Administrator",
    portal:
      "Microsoft Entra admin center, _App registrations_, the app, _API permissions_, _Add a permission_, _Microsoft Graph_, _Application permissions_: {permissions}; then _Grant admin consent_",
    note: "Without consent Graph answers 403. A new permission counts from the next token on, at the latest after an hour.",
  },
  {
    id: "managementApp",
    title: "Registration as management app",
    who: "Power Platform Administrator, signed in as a person: an application cannot register itself",
    portal:
      "none; the command sends `PUT https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/adminApplications/{clientId}?api-version=2020-10-01`",
    command: "New-PowerAppManagementApp -ApplicationId {clientId}",
    note: "This has the reach of an administrator in that service; there is no narrower registration for the environment list.",
  },
  {
    id: "powerPlatformReader",
    title: "RBAC role in the Power Platform API (preview)",
    who: "Power Platform Administrator",
    portal: "none; the command sends `POST /authorization/roleAssignments` of the Power Platform API",
    command: `Invoke-AzRestMethod -Method POST -Uri '${roleAssignments}' -ResourceId 'https://api.powerplatform.com' -Payload (@{ principalObjectId = (Get-AzADServicePrincipal -ApplicationId {clientId}).Id; principalType = 'ApplicationUser'; roleDefinitionId = '${readerRole}'; scope = '/tenants/{tenantId}' } | ConvertTo-Json)`,
    note: "For tenants that prefer it to the management app, and where that one is not enough. The principal is the object id of the enterprise application, not the client id.",
  },
  {
    id: "environmentUser",
    title: "Application user in each environment with Dataverse",
    who: "System Administrator of the environment",
    portal:
      "Power Platform admin center, the environment, _Settings_, _Users + permissions_, _Application users_, _New app user_: the app, with a role that has {permissions} for the whole organisation and nothing more",
    command:
      "pac admin assign-user --environment {environment} --user {clientId} --role 'NAME OF THE ROLE' --application-user",
    note: "System Administrator works and is far more than is needed.",
  },
  {
    id: "solution",
    title: "The product's solution in the home environment",
    who: "System Administrator of the home environment",
    portal:
      "maker portal, the home environment, _Solutions_, _Import solution_: the zip file that `npm run solution` makes",
    command: "pac solution import --environment {homeUrl} --path 'PATH OF THE ZIP FILE'",
    note: "It brings the tables and the roles. When it is there, check `home.url` in the settings.",
    then: "quotaSync",
  },
  {
    id: "quotaSync",
    title: "Application user in the home environment with the role Quota Sync",
    who: "System Administrator of the home environment",
    portal:
      "Power Platform admin center, the home environment, _Settings_, _Users + permissions_, _Application users_, _New app user_: the app, with the role _Quota Sync_ of the solution",
    command: "pac admin assign-user --environment {homeUrl} --user {clientId} --role 'Quota Sync' --application-user",
  },
];
