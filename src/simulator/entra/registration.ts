/** The app registration that the simulated tenant knows. */
import { X509Certificate } from "node:crypto";
import { guid } from "../chance";

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

/** Differences from the app that the product needs. Certificates are PEM texts. */
export interface AppDifferences {
  readonly roles?: readonly string[];
  readonly managementApp?: boolean;
  readonly certificates?: readonly string[];
}

export const registrationOf = (seed: number, differences: AppDifferences = {}): Registration => ({
  clientId: guid(seed, "app/client"),
  clientSecret: `simulated~${guid(seed, "app/secret")}`,
  objectId: guid(seed, "app/object"),
  roles: differences.roles ?? neededRoles,
  managementApp: differences.managementApp ?? true,
  certificates: (differences.certificates ?? []).map((pem) => new X509Certificate(pem)),
});
