/** The app registration that the simulated tenant knows. */
import type { X509Certificate } from "node:crypto";

export interface Registration {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Id of the enterprise application in this tenant. */
  readonly objectId: string;
  /** Application permissions for Microsoft Graph with admin consent. */
  readonly roles: readonly string[];
  readonly managementApp: boolean;
  readonly certificates: readonly X509Certificate[];
}

/** Every application permission that the product needs (apis.md section 8), and no more. */
export const neededRoles: readonly string[] = ["LicenseAssignment.Read.All", "Organization.Read.All", "User.Read.All"];
