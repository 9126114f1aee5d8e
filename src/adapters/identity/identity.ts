/** The ways in which the product can sign in, as the settings say them. */

/** The identity that Azure gives to the machine. */
export interface MachineIdentity {
  /** Client id of a user-assigned identity; absent for the system-assigned one. */
  readonly clientId?: string;
  /** App Service, Functions and Container Apps give tokens here; everywhere else the address is the same (IMDS). */
  readonly appService?: { readonly endpoint: string; readonly header: string };
}

export type Identity = { readonly clientId: string } & (
  | { readonly kind: "secret"; readonly clientSecret: string }
  /** PEM texts; the key may stand in the first one. */
  | { readonly kind: "certificate"; readonly certificate: string; readonly privateKey?: string }
  | {
      readonly kind: "keyVault";
      readonly holds: "secret" | "certificate";
      /** `https://{vault}.{suffix}/secrets/{name}`, with a version or without. */
      readonly reference: string;
      readonly machine: MachineIdentity;
    }
  | { readonly kind: "managedIdentity"; readonly machine: MachineIdentity }
  | { readonly kind: "federatedFile"; readonly tokenFile: string }
  | { readonly kind: "federatedMachine"; readonly machine: MachineIdentity }
);

/** A person's sign-in with a code, for calls that refuse applications. */
export interface Delegated {
  /** A registration that allows public client flows. */
  readonly clientId: string;
  /** Holds the refresh token between runs; absent: it is forgotten with the process. */
  readonly cacheFile?: string;
}
