/** What a profile is made from. */
export interface ProfileInput {
  readonly seed: number;
  readonly now: Date;
  /** Number of environments; only `large` looks at it. */
  readonly environments: number;
}
