/** What a test or a person at the simulated tenant can know and do about signing in. */

export interface SignInDesk {
  /** Registration for signing people in with a code. */
  readonly publicClientId: string;
  /** Client ids of the identities of the machine. */
  readonly machine: { readonly system: string; readonly user: string };
  /** Environment variables of a process in App Service. */
  readonly appService: { readonly IDENTITY_ENDPOINT: string; readonly IDENTITY_HEADER: string };
  /** `https://{vault}.vault.azure.net`, or as the cloud calls it. */
  readonly vault: string;
  /** Origins whose token requests are answered with 429 as long as they stand here; `machine` for the identity service. */
  readonly throttled: Set<string>;
  /** `false` for a code that is not known or no longer good. */
  readonly enterCode: (userCode: string, decision: "confirm" | "decline") => boolean;
  /** Ends every sign-in of a person, as an administrator can. */
  readonly revokeRefreshTokens: () => void;
}
