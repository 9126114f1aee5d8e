/** Puts what the tenant has into the texts of a step. */
export interface Filling {
  readonly clientId: string;
  readonly tenantId: string;
  /** Address of the home environment. */
  readonly homeUrl: string;
  readonly permissions: readonly string[];
  readonly environment?: string;
}

export const filled = (text: string, { permissions, ...given }: Filling): string =>
  Object.entries({ ...given, permissions: permissions.join(", ") }).reduce(
    (done, [name, value]) => done.replaceAll(`{${name}}`, value),
    text,
  );
