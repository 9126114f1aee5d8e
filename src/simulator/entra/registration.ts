/** The app registration that the simulated tenant knows. */
import { createPublicKey, X509Certificate } from "node:crypto";
import { guid } from "../chance";
import type { FederatedCredential } from "./federation";

export interface Registration {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Id of the enterprise application in this tenant. */
  readonly objectId: string;
  /** Application permissions for Microsoft Graph with admin consent. */
  readonly roles: readonly string[];
  readonly managementApp: boolean;
  readonly certificates: readonly X509Certificate[];
  readonly federated: readonly FederatedCredential[];
  /** Whether it has a federated credential for each identity of the machine. */
  readonly trustsMachine: boolean;
  /** Whether the licensing routes take an application, which is nowhere promised (apis.md 3.4). */
  readonly licensing: boolean;
}

/** Every application permission that the product needs (apis.md section 8), and no more. */
export const neededRoles: readonly string[] = ["LicenseAssignment.Read.All", "Organization.Read.All", "User.Read.All"];

/** Differences from the app that the product needs. Certificates are PEM texts. */
export interface AppDifferences {
  readonly roles?: readonly string[];
  readonly managementApp?: boolean;
  readonly certificates?: readonly string[];
  /** `key`: public key of the issuer as PEM text. */
  readonly federated?: readonly { readonly issuer: string; readonly subject: string; readonly key: string }[];
  readonly trustsMachine?: boolean;
  readonly licensing?: boolean;
}

export const registrationOf = (seed: number, differences: AppDifferences = {}): Registration => ({
  clientId: guid(seed, "app/client"),
  clientSecret: `simulated~${guid(seed, "app/secret")}`,
  objectId: guid(seed, "app/object"),
  roles: differences.roles ?? neededRoles,
  managementApp: differences.managementApp ?? true,
  certificates: (differences.certificates ?? []).map((pem) => new X509Certificate(pem)),
  federated: (differences.federated ?? []).map((one) => ({ ...one, key: createPublicKey(one.key) })),
  trustsMachine: differences.trustsMachine ?? false,
  licensing: differences.licensing ?? true,
});
