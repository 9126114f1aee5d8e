/**
 * Hosts of each Microsoft cloud. Sources: BAP and Power Platform from apis.md 3.4 (S20) and Microsoft's list of required
 * addresses (power-platform/admin/online-requirements), Graph and sign-in from learn.microsoft.com/graph/deployments, the
 * audience of BAP from Microsoft.PowerApps.Administration.PowerShell, Dataverse from the addresses of its global discovery
 * service, Key Vault and the audience of federation from the Azure documentation. For GCC High S20 names the host of DoD
 * as Power Platform API, the other sources the one below: `endpoints` in the settings replaces any of them.
 */
export interface CloudHosts {
  /** Host name; the others are origins. */
  readonly login: string;
  readonly graph: string;
  readonly bap: string;
  /** Audience whose tokens open the BAP host, whatever that is called. */
  readonly powerApps: string;
  readonly powerPlatform: string;
  /** Ends with this: `https://{vault}.{keyVault}`. */
  readonly keyVault: string;
}

export interface Cloud extends CloudHosts {
  /** Audience that an assertion of a federated credential must carry. */
  readonly exchange: string;
  readonly isEnvironment: (host: string) => boolean;
  /** An address of Dataverse in this cloud, for messages. */
  readonly example: string;
}

export const cloudNames = ["public", "gcc", "gccHigh", "dod", "china"] as const;

export type CloudName = (typeof cloudNames)[number];

const endsIn =
  (suffix: RegExp) =>
  (host: string): boolean =>
    suffix.test(host.toLowerCase().replace(/^[a-z0-9-]+\./, ""));

const azure = { login: "login.microsoftonline.com", graph: "https://graph.microsoft.com", keyVault: "vault.azure.net" };
const azureGovernment = { login: "login.microsoftonline.us", keyVault: "vault.usgovcloudapi.net" };
const exchange = "api://AzureADTokenExchange";

export const clouds: Readonly<Record<CloudName, Cloud>> = {
  public: {
    ...azure,
    bap: "https://api.bap.microsoft.com",
    powerApps: "https://service.powerapps.com",
    powerPlatform: "https://api.powerplatform.com",
    exchange,
    isEnvironment: endsIn(/^crm(?!9\.)\d*\.dynamics\.com$/),
    example: "https://contoso.crm4.dynamics.com",
  },
  /** Signs in at the public Entra ID. */
  gcc: {
    ...azure,
    bap: "https://gov.api.bap.microsoft.us",
    powerApps: "https://gov.service.powerapps.us",
    powerPlatform: "https://api.gov.powerplatform.microsoft.us",
    exchange,
    isEnvironment: endsIn(/^crm9\.dynamics\.com$/),
    example: "https://contoso.crm9.dynamics.com",
  },
  gccHigh: {
    ...azureGovernment,
    graph: "https://graph.microsoft.us",
    bap: "https://high.api.bap.microsoft.us",
    powerApps: "https://high.service.powerapps.us",
    powerPlatform: "https://api.high.powerplatform.microsoft.us",
    exchange: `${exchange}USGov`,
    isEnvironment: endsIn(/^crm\.microsoftdynamics\.us$/),
    example: "https://contoso.crm.microsoftdynamics.us",
  },
  dod: {
    ...azureGovernment,
    graph: "https://dod-graph.microsoft.us",
    bap: "https://api.bap.appsplatform.us",
    powerApps: "https://service.apps.appsplatform.us",
    powerPlatform: "https://api.appsplatform.us",
    exchange: `${exchange}USGov`,
    isEnvironment: endsIn(/^crm\.appsplatform\.us$/),
    example: "https://contoso.crm.appsplatform.us",
  },
  china: {
    login: "login.partner.microsoftonline.cn",
    graph: "https://microsoftgraph.chinacloudapi.cn",
    bap: "https://api.bap.partner.microsoftonline.cn",
    powerApps: "https://service.powerapps.cn",
    powerPlatform: "https://api.powerplatform.partner.microsoftonline.cn",
    keyVault: "vault.azure.cn",
    exchange: `${exchange}China`,
    isEnvironment: endsIn(/^crm\.dynamics\.cn$/),
    example: "https://contoso.crm.dynamics.cn",
  },
};

export const cloudOf = (host: string): CloudName | undefined =>
  cloudNames.find((name) => clouds[name].isEnvironment(host));

/** A metadata service of a machine has such an address; nothing sent there leaves the link. */
export const isLinkLocal = (hostname: string): boolean => /^169\.254\.\d{1,3}\.\d{1,3}$/.test(hostname);
