/** `POST /{tenant}/oauth2/v2.0/token` with the client credentials grant (platform.md 6). */
import { assertionProblem, assertionType } from "./assertion";
import { problems, type Problem } from "./problems";
import type { Registration } from "./registration";

export interface Directory {
  readonly tenantId: string;
  readonly domain: string;
  readonly app: Registration;
  /** Whether this tenant has a service behind `https://{host}`. */
  readonly isResource: (origin: string) => boolean;
  readonly now: () => Date;
}

export type Form = Readonly<Record<string, string>>;

export interface Grant {
  readonly audience: string;
  readonly roles: readonly string[];
}

export type Outcome = { readonly problem: Problem } | { readonly grant: Grant };

export const isOwnTenant = (directory: Directory, tenant: string): boolean =>
  [directory.tenantId, directory.domain].includes(tenant.toLowerCase());

const required = ["grant_type", "client_id", "scope"];

const formProblem = (directory: Directory, tenant: string, form: Form): Problem | undefined => {
  const missing = required.find((name) => form[name] === undefined);
  const grant = form["grant_type"] ?? "";
  const app = form["client_id"] ?? "";
  if (!isOwnTenant(directory, tenant)) {
    return problems.tenantNotFound(tenant);
  }
  if (missing !== undefined) {
    return problems.missingParameter(missing);
  }
  if (grant !== "client_credentials") {
    return problems.grantNotSupported(grant);
  }
  return app.toLowerCase() === directory.app.clientId ? undefined : problems.appNotFound(app, tenant);
};

const credentialProblem = (directory: Directory, form: Form): Problem | undefined => {
  const { app } = directory;
  const { client_assertion: assertion, client_secret: secret, client_assertion_type: type } = form;
  if (assertion === undefined) {
    return secret === undefined
      ? problems.noCredential()
      : secret === app.clientSecret
        ? undefined
        : problems.wrongSecret(app.clientId);
  }
  if (type !== assertionType) {
    return problems.assertionType(type ?? "");
  }
  const issuer = `https://login.microsoftonline.com/${directory.tenantId}`;
  const audiences = [`${issuer}/oauth2/v2.0/token`, `${issuer}/v2.0`, `${issuer}/oauth2/token`];
  return assertionProblem(assertion, app, audiences, directory.now());
};

const graph = "https://graph.microsoft.com";
/** OpenID scopes may stand beside the resource; they change nothing for an app. */
const openIdScopes = new Set(["openid", "profile", "offline_access"]);

const scopeOutcome = (directory: Directory, scope: string): Outcome => {
  const [asked, ...more] = scope.split(" ").filter((one) => one !== "" && !openIdScopes.has(one));
  const audience = /^(https:\/\/[a-z0-9.-]+\/?)\/\.default$/i.exec(asked ?? "")?.[1];
  if (audience === undefined || more.length > 0) {
    return { problem: problems.scopeNotValid(scope) };
  }
  const origin = new URL(audience).origin;
  return directory.isResource(origin)
    ? { grant: { audience, roles: origin === graph ? directory.app.roles : [] } }
    : { problem: problems.resourceNotFound(audience, directory.tenantId) };
};

/** Decides a token request; the caller signs or refuses. */
export const decideToken = (directory: Directory, tenant: string, form: Form): Outcome => {
  const problem = formProblem(directory, tenant, form) ?? credentialProblem(directory, form);
  return problem === undefined ? scopeOutcome(directory, form["scope"] ?? "") : { problem };
};
