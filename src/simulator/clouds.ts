/** Where the services are in each cloud, as a tenant of that cloud sees them; the same facts as anybody can read. */

export interface SimulatedCloud {
  readonly login: string;
  readonly graph: string;
  readonly bap: string;
  /** Known to Entra ID as a resource of its own; its tokens open the BAP host (apis.md 3.1). */
  readonly powerApps: string;
  readonly powerPlatform: string;
  readonly keyVault: string;
  readonly exchange: string;
  /** End of the hosts of Dataverse; absent: every region has its own, as the profile says. */
  readonly dataverse?: string;
}

const entra = { login: "login.microsoftonline.com", graph: "graph.microsoft.com", keyVault: "vault.azure.net" };
const entraOfGovernment = { login: "login.microsoftonline.us", keyVault: "vault.usgovcloudapi.net" };

export const simulatedClouds = {
  public: {
    ...entra,
    bap: "api.bap.microsoft.com",
    powerApps: "service.powerapps.com",
    powerPlatform: "api.powerplatform.com",
    exchange: "api://AzureADTokenExchange",
  },
  gcc: {
    ...entra,
    bap: "gov.api.bap.microsoft.us",
    powerApps: "gov.service.powerapps.us",
    powerPlatform: "api.gov.powerplatform.microsoft.us",
    exchange: "api://AzureADTokenExchange",
    dataverse: "crm9.dynamics.com",
  },
  gccHigh: {
    ...entraOfGovernment,
    graph: "graph.microsoft.us",
    bap: "high.api.bap.microsoft.us",
    powerApps: "high.service.powerapps.us",
    powerPlatform: "api.high.powerplatform.microsoft.us",
    exchange: "api://AzureADTokenExchangeUSGov",
    dataverse: "crm.microsoftdynamics.us",
  },
  dod: {
    ...entraOfGovernment,
    graph: "dod-graph.microsoft.us",
    bap: "api.bap.appsplatform.us",
    powerApps: "service.apps.appsplatform.us",
    powerPlatform: "api.appsplatform.us",
    exchange: "api://AzureADTokenExchangeUSGov",
    dataverse: "crm.appsplatform.us",
  },
  china: {
    login: "login.partner.microsoftonline.cn",
    graph: "microsoftgraph.chinacloudapi.cn",
    bap: "api.bap.partner.microsoftonline.cn",
    powerApps: "service.powerapps.cn",
    powerPlatform: "api.powerplatform.partner.microsoftonline.cn",
    keyVault: "vault.azure.cn",
    exchange: "api://AzureADTokenExchangeChina",
    dataverse: "crm.dynamics.cn",
  },
} as const satisfies Readonly<Record<string, SimulatedCloud>>;

export type CloudName = keyof typeof simulatedClouds;

export const cloudNamed = (name: CloudName): SimulatedCloud => simulatedClouds[name];

const services = ["graph", "bap", "powerApps", "powerPlatform"] as const;

/** The services are written for the public cloud: gives the names of another one instead. */
export const translator = (cloud: SimulatedCloud): ((text: string) => string) => {
  const names = services.map((service) => [simulatedClouds.public[service], cloud[service]] as const);
  const moved = names.filter(([from, to]) => from !== to);
  return (text) => moved.reduce((done, [from, to]) => done.replaceAll(`https://${from}`, `https://${to}`), text);
};

/** The host of an organisation in another cloud. */
export const hostIn = ({ dataverse }: SimulatedCloud, host: string): string =>
  dataverse === undefined ? host : host.replace(/\.crm\d*\.dynamics\.com$/, `.${dataverse}`);
