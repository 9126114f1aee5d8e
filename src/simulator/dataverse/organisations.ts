import type { ProfileEnvironment } from "../contracts";

/** One environment with Dataverse, as its Web API sees itself. */
/** Rows of a table of an application, as the database keeps them: moments as `2026-11-22T20:00:00.000Z`. */
export interface RowSource {
  readonly count: number;
  readonly rows: () => Iterable<Readonly<Record<string, string | number | null>>>;
}

export interface Organisation {
  /** Production host, for example `contoso-sales.crm4.dynamics.com`. */
  readonly host: string;
  readonly organizationId: string;
  readonly environment: ProfileEnvironment;
  /** Whether the product's solution is installed here. */
  readonly isHome: boolean;
  /** Client ids of the application users; absent: every app with a token for this organisation is one. */
  readonly applicationUsers?: readonly string[];
  /** Rows that a table of an application has before anybody writes; none when absent. */
  readonly rows?: (logicalName: string) => RowSource | undefined;
}
