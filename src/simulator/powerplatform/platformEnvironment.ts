/** An environment as the Power Platform API lists it: flat, and without its storage (apis.md 3.1). */
import { guid } from "../chance";
import type { ProfileEnvironment } from "../contracts";

const linked = ({ host, organizationId }: ProfileEnvironment) =>
  host === undefined
    ? { dataverseId: null, url: null, domainName: null, version: null }
    : {
        dataverseId: organizationId,
        url: `https://${host}/`,
        domainName: host.split(".")[0],
        version: "9.2.26103.00158",
      };

export const platformEnvironment = (tenantId: string, environment: ProfileEnvironment) => ({
  id: environment.id,
  displayName: environment.name,
  type: environment.sku,
  state: environment.state === "Ready" ? "Enabled" : "Disabled",
  geo: environment.location,
  azureRegion: environment.location,
  tenantId,
  ...linked(environment),
  adminMode: "Disabled",
  backgroundOperationsState: "Enabled",
  environmentGroupId: null,
  protectionLevel: "Basic",
  securityGroupId: null,
  createdDateTime: environment.createdAt,
  createdBy: { id: guid(0, "administrator"), type: "User" },
  deletedDateTime: null,
  retentionDetails: null,
});
