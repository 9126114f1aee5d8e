/** What the adapters need of whoever signs in. */
export interface AccessToken {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface Credential {
  /** `scope` ends in `/.default`. Rejects with `SourceError`: unauthenticated, forbidden, unreachable or cancelled. */
  token(scope: string, signal: AbortSignal): Promise<AccessToken>;
}
