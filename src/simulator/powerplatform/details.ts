/** What the Power Platform API says of one environment: application packages and entitlement rows (apis.md 3.3, 7.2). */
import { guid } from "../chance";
import type { ProfileEnvironment } from "../contracts";

type Package = ProfileEnvironment["packages"][number];

const packageBody = (one: Package) => ({
  id: guid(0, `package/${one.uniqueName}`),
  uniqueName: one.uniqueName,
  version: "10.0.3.41",
  localizedName: one.name,
  localizedDescription: one.name,
  applicationId: guid(0, `application/${one.uniqueName}`),
  applicationName: one.name,
  applicationDescription: one.name,
  applicationVisibility: "All",
  catalogVisibility: "All",
  singlePageApplicationUrl: null,
  publisherName: "Microsoft Dynamics 365",
  publisherId: guid(0, "publisher"),
  learnMoreUrl: null,
  platformMinVersion: "9.1.0.0",
  platformMaxVersion: "9.5.0.0",
  supportedCountries: ["CH", "DE", "US"],
  startDateUtc: "2020-01-01T00:00:00Z",
  endDateUtc: "9999-12-31T23:59:59.9999999Z",
  state: one.state,
  instancePackageId: one.state === "None" ? null : guid(0, `instance/${one.uniqueName}`),
  lastError:
    one.lastError === undefined ? null : { errorName: "InstallationFailed", errorCode: 1, message: one.lastError },
});

const written = new WeakMap<Package, ReturnType<typeof packageBody>>();

/** Many environments share the same packages, so each is described once. */
export const packageItem = (one: Package): ReturnType<typeof packageBody> => {
  const item = written.get(one) ?? packageBody(one);
  written.set(one, item);
  return item;
};

export const entitlementItem = (environment: ProfileEnvironment, row: ProfileEnvironment["entitlements"][number]) => ({
  entitlementId: row.entitlementId,
  environmentId: environment.id,
  environmentName: environment.name,
  environmentType: environment.sku,
  productCategories: row.categories,
  addons: [],
  entitlement: {
    unit: row.unit,
    capacity: {
      allocated: { value: 0, autoAllocated: 0 },
      consumed: {
        value: row.consumed,
        consumptionType: "Snapshot",
        lastUpdatedOn: row.lastUpdatedOn,
        writeOff: 0,
      },
      availableQuantity: 0,
      status: "WithinCapacity",
      enforcementRules: [],
    },
    payGo: null,
  },
});
