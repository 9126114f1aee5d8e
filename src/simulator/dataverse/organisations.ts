import type { ProfileEnvironment } from "../contracts";

/** One environment with Dataverse, as its Web API sees itself. */
export interface Organisation {
  /** Production host, for example `contoso-sales.crm4.dynamics.com`. */
  readonly host: string;
  readonly organizationId: string;
  readonly environment: ProfileEnvironment;
  /** Whether the product's solution is installed here. */
  readonly isHome: boolean;
  /** Client ids of the application users; absent: every app with a token for this organisation is one. */
  readonly applicationUsers?: readonly string[];
}
