/**
 * Every call of the product, as data: what it needs, what it is for, and what stays unknown without it.
 * `quota-panel doctor` probes these rows, and the tables of docs/permissions.md are made from them.
 */
import {
  acknowledgementTable,
  bindingTable,
  environmentHistoryTable,
  importTable,
  memoryTable,
  meterHistoryTable,
  overrideTable,
  panelTable,
  partTable,
  policyTable,
  runTable,
  snapshotTable,
  thresholdTable,
} from "../../domain";
import type { StepId } from "./steps";

export type ServiceId = "graph" | "bap" | "powerPlatform" | "dataverse" | "home";

/** A permission that opens a call, and the step that gives it. */
export interface Need {
  readonly step: StepId;
  /** Name of the permission as it stands in a portal. */
  readonly permission: string;
}

export interface Endpoint {
  readonly id: string;
  readonly service: ServiceId;
  /** HTTP methods with commas. */
  readonly method: string;
  /** Below the origin of the service. `{environment}` stands for an id, `*` for any ending. */
  readonly path: string;
  /** Path and query of the cheapest read that needs the same permission. */
  readonly probe: string;
  /** Each of them is enough; the least first. */
  readonly needs: readonly [Need, ...Need[]];
  readonly whatFor: string;
  readonly unknownWithout: string;
}

const graphNeed = (permission: string): readonly [Need] => [{ step: "graphConsent", permission }];
const managementApp: Need = { step: "managementApp", permission: "registration as management app" };
const reader: Need = { step: "powerPlatformReader", permission: "RBAC role Power Platform Reader on the tenant" };
const eitherOfPowerPlatform: readonly [Need, Need] = [reader, managementApp];
const quotaSync: readonly [Need] = [{ step: "quotaSync", permission: "role Quota Sync" }];
const version = "api-version=2024-10-01";
const api = "/api/data/v9.2";

const graph: readonly Endpoint[] = [
  {
    id: "graph.subscribedSkus",
    service: "graph",
    method: "GET",
    path: "/v1.0/subscribedSkus",
    probe: "/v1.0/subscribedSkus?$select=skuId",
    needs: graphNeed("LicenseAssignment.Read.All"),
    whatFor: "which licences there are, how many, in which state",
    unknownWithout: "everything owned",
  },
  {
    id: "graph.subscriptions",
    service: "graph",
    method: "GET",
    path: "/v1.0/directory/subscriptions",
    probe: "/v1.0/directory/subscriptions?$select=id",
    needs: graphNeed("Organization.Read.All"),
    whatFor: "which of them are trials, when they renew",
    unknownWithout: "trials and renewal dates; quantities then come from the SKUs",
  },
  {
    id: "graph.organization",
    service: "graph",
    method: "GET",
    path: "/v1.0/organization",
    probe: "/v1.0/organization?$select=id",
    needs: graphNeed("Organization.Read.All"),
    whatFor: "the tenant's name",
    unknownWithout: "nothing; the configured name or the tenant id stands there",
  },
  {
    id: "graph.users",
    service: "graph",
    method: "GET",
    path: "/v1.0/users",
    probe: "/v1.0/users?$select=id,licenseAssignmentStates&$top=1",
    needs: graphNeed("User.Read.All"),
    whatFor: "who holds which licence, by id; no name is read",
    unknownWithout: "what depends on who holds a licence: double and reassigned licences",
  },
];

const environments = "/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments";

const powerPlatform: readonly Endpoint[] = [
  {
    id: "powerplatform.environments",
    service: "bap",
    method: "GET",
    path: environments,
    probe: `${environments}?api-version=2023-06-01`,
    needs: [managementApp],
    whatFor: "environments, their type, state and storage",
    unknownWithout: "everything used",
  },
  {
    id: "powerplatform.tenantCapacity",
    service: "powerPlatform",
    method: "GET",
    path: "/licensing/tenantCapacity",
    probe: `/licensing/tenantCapacity?${version}`,
    needs: eitherOfPowerPlatform,
    whatFor: "what is owned of the storage pools, by the admin center's own count",
    unknownWithout: "nothing; storage is then counted by the catalogue's licences",
  },
  {
    id: "powerplatform.currencies",
    service: "powerPlatform",
    method: "GET",
    path: "/licensing/tenantCapacity/currencyReports",
    probe: `/licensing/tenantCapacity/currencyReports?${version}`,
    needs: eitherOfPowerPlatform,
    whatFor: "messages and sessions of Copilot Studio, bought and used",
    unknownWithout: "use of messages and sessions",
  },
  {
    id: "powerplatform.allocations",
    service: "powerPlatform",
    method: "GET",
    path: "/licensing/allocationsByEnvironment",
    probe: `/licensing/allocationsByEnvironment?${version}`,
    needs: eitherOfPowerPlatform,
    whatFor: "what of them is set aside for each environment",
    unknownWithout: "what is set aside for environments",
  },
  {
    id: "powerplatform.applicationPackages",
    service: "powerPlatform",
    method: "GET",
    path: "/appmanagement/environments/{environment}/applicationPackages",
    probe: `/appmanagement/environments/{environment}/applicationPackages?${version}`,
    needs: eitherOfPowerPlatform,
    whatFor: "which environments hold an installation slot",
    unknownWithout: "installations",
  },
  {
    id: "powerplatform.entitlements",
    service: "powerPlatform",
    method: "GET",
    path: "/licensing/environments/{environment}/entitlements",
    probe: `/licensing/environments/{environment}/entitlements?${version}`,
    needs: eitherOfPowerPlatform,
    whatFor: "use that the platform itself measures, where the tenant returns it",
    unknownWithout: "people, routes and minutes that are not imported (see the note)",
  },
];

const dataverse: readonly Endpoint[] = [
  {
    id: "dataverse.solutions",
    service: "dataverse",
    method: "GET",
    path: `${api}/solutions`,
    probe: `${api}/solutions?$select=uniquename&$top=1`,
    needs: [{ step: "environmentUser", permission: "prvReadSolution" }],
    whatFor: "whether the outbound marketing module is there",
    unknownWithout: "outbound slots of that environment",
  },
];

interface Table {
  readonly entitySetName: string;
  readonly primaryId: string;
}

const ownTable = ({ entitySetName, primaryId }: Table, method: string, whatFor: string): Endpoint => ({
  id: `home.${entitySetName}`,
  service: "home",
  method,
  path: `${api}/${entitySetName}*`,
  probe: `${api}/${entitySetName}?$select=${primaryId}&$top=1`,
  needs: quotaSync,
  whatFor,
  unknownWithout: "the sync cannot publish and says so",
});

const readOnlyInHome = (
  entitySet: string,
  key: string,
  whatFor: string,
  unknownWithout = "nothing; the settings file counts",
): Endpoint => ({
  id: `home.${entitySet}`,
  service: "home",
  method: "GET",
  path: `${api}/${entitySet}`,
  probe: `${api}/${entitySet}?$select=${key}&$top=1`,
  needs: quotaSync,
  whatFor,
  unknownWithout,
});

const variables = "the variables of the solution (operations.md, Settings)";

const decisionTable = ({ entitySetName, primaryId }: Table, whatFor: string): Endpoint =>
  readOnlyInHome(
    entitySetName,
    primaryId,
    whatFor,
    "no figure; what people decided there does not count, and the run says so",
  );

const home: readonly Endpoint[] = [
  ownTable(panelTable, "GET, PATCH", "the lease, and which snapshot is the current one"),
  ownTable(runTable, "GET, PATCH, DELETE", "runs, and what the panel asks for"),
  ownTable(snapshotTable, "GET, PATCH, DELETE", "snapshots"),
  ownTable(partTable, "GET, PATCH, DELETE", "the texts of snapshots"),
  ownTable(memoryTable, "GET, PATCH, DELETE", "what a run leaves for the next one"),
  ownTable(meterHistoryTable, "GET, POST", "history of the meters, for forecasts"),
  ownTable(environmentHistoryTable, "GET, POST", "history of the environments"),
  ownTable(importTable, "GET, PATCH", "readings that were handed in with `quota-panel import`"),
  {
    id: "home.rowCounts",
    service: "home",
    method: "GET",
    path: `${api}/RetrieveTotalRecordCount*`,
    probe: `${api}/RetrieveTotalRecordCount(EntityNames=['dqp_run'])`,
    needs: quotaSync,
    whatFor: "what the product itself takes of the database",
    unknownWithout: "the sync cannot publish and says so",
  },
  readOnlyInHome("environmentvariabledefinitions", "environmentvariabledefinitionid", variables),
  readOnlyInHome("environmentvariablevalues", "environmentvariablevalueid", variables),
  decisionTable(acknowledgementTable, "findings that people live with"),
  decisionTable(overrideTable, "what people know better than the catalogue"),
  decisionTable(policyTable, "readings of open rules, and declarations"),
  decisionTable(thresholdTable, "from which use on a meter is near its limit"),
  decisionTable(bindingTable, "which entitlement row is the reading of which meter"),
];

export const endpoints: readonly Endpoint[] = [...graph, ...powerPlatform, ...dataverse, ...home];
