/** `POST /{tenant}/oauth2/v2.0/token` (platform.md 6): what an application proves, and what a person has confirmed. */
import type { SimulatedCloud } from "../clouds";
import { assertionProblem, assertionType } from "./assertion";
import type { DeviceCodes } from "./deviceCode";
import type { FederatedCredential } from "./federation";
import type { Principal, Principals } from "./principals";
import { problems, type Problem } from "./problems";
import type { Registration } from "./registration";

export interface Directory {
  readonly tenantId: string;
  readonly domain: string;
  readonly app: Registration;
  readonly principals: Principals;
  readonly cloud: SimulatedCloud;
  readonly codes: DeviceCodes;
  /** Origins whose token requests are refused for their number. */
  readonly throttled: ReadonlySet<string>;
  readonly retryAfterSeconds: () => number;
  /** Whether this tenant has a service behind `https://{host}`. */
  readonly isResource: (origin: string) => boolean;
  readonly now: () => Date;
}

/** The directory with whom the app registration trusts, once the tenant has its keys. */
export interface TrustingDirectory extends Directory {
  readonly federated: readonly FederatedCredential[];
}

export type Form = Readonly<Record<string, string>>;

export interface Grant {
  readonly audience: string;
  readonly roles: readonly string[];
  readonly principal: Principal;
  /** Given for a person: comes with a refresh token and carries no roles. */
  readonly person?: true;
}

export type Outcome = { readonly problem: Problem } | { readonly grant: Grant };

export const isOwnTenant = (directory: Directory, tenant: string): boolean =>
  [directory.tenantId, directory.domain].includes(tenant.toLowerCase());

const credentialProblem = (directory: TrustingDirectory, form: Form): Problem | undefined => {
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
  const issuer = `https://${directory.cloud.login}/${directory.tenantId}`;
  const audiences = [`${issuer}/oauth2/v2.0/token`, `${issuer}/v2.0`, `${issuer}/oauth2/token`];
  const { federated, cloud, now } = directory;
  return assertionProblem(assertion, app, { audiences, exchange: cloud.exchange, federated }, now());
};

/** OpenID scopes may stand beside the resource; they change nothing for an app. */
const openIdScopes = new Set(["openid", "profile", "offline_access"]);

const scopeOutcome = (directory: Directory, scope: string, principal: Principal): Outcome => {
  const [asked, ...more] = scope.split(" ").filter((one) => one !== "" && !openIdScopes.has(one));
  const audience = /^(https:\/\/[a-z0-9.-]+\/?)\/\.default$/i.exec(asked ?? "")?.[1];
  if (audience === undefined || more.length > 0) {
    return { problem: problems.scopeNotValid(scope) };
  }
  const origin = new URL(audience).origin;
  if (!directory.isResource(origin)) {
    return { problem: problems.resourceNotFound(audience, directory.tenantId) };
  }
  return directory.throttled.has(origin)
    ? { problem: problems.throttled() }
    : { grant: grantOf(directory, audience, principal) };
};

/** Application permissions are for Graph alone; the other services know their callers themselves. */
export const grantOf = (directory: Directory, audience: string, principal: Principal): Grant => {
  const isGraph = audience.replace(/\/$/, "") === `https://${directory.cloud.graph}`;
  return { audience, roles: isGraph ? directory.app.roles : [], principal };
};

const forPerson = (outcome: Outcome): Outcome =>
  "problem" in outcome ? outcome : { grant: { ...outcome.grant, roles: [], person: true } };

type Decide = (directory: TrustingDirectory, form: Form) => Outcome;

const asApplication: Decide = (directory, form) => {
  const { app } = directory;
  if ((form["client_id"] ?? "").toLowerCase() !== app.clientId) {
    return { problem: problems.appNotFound(form["client_id"] ?? "", directory.tenantId) };
  }
  const problem = credentialProblem(directory, form);
  return problem === undefined ? scopeOutcome(directory, form["scope"] ?? "", app) : { problem };
};

/** Why an app may not sign people in with a code. */
export const publicClientProblem = (directory: Directory, clientId: string): Problem | undefined => {
  if (clientId.toLowerCase() === directory.principals.person.clientId) {
    return undefined;
  }
  return clientId.toLowerCase() === directory.app.clientId
    ? problems.notPublic(clientId)
    : problems.appNotFound(clientId, directory.tenantId);
};

const withCode: Decide = (directory, form) => {
  const problem = publicClientProblem(directory, form["client_id"] ?? "");
  if (problem !== undefined) {
    return { problem };
  }
  const confirmed = directory.codes.redeem(form["device_code"] ?? "");
  return "problem" in confirmed
    ? confirmed
    : forPerson(scopeOutcome(directory, confirmed.scope, directory.principals.person));
};

const withRefreshToken: Decide = (directory, form) => {
  const problem = publicClientProblem(directory, form["client_id"] ?? "");
  if (problem !== undefined) {
    return { problem };
  }
  return directory.codes.isRefreshToken(form["refresh_token"] ?? "")
    ? forPerson(scopeOutcome(directory, form["scope"] ?? "", directory.principals.person))
    : { problem: problems.badRefreshToken() };
};

const grants: Readonly<Record<string, { readonly needs: readonly string[]; readonly decide: Decide }>> = {
  client_credentials: { needs: ["scope"], decide: asApplication },
  "urn:ietf:params:oauth:grant-type:device_code": { needs: ["device_code"], decide: withCode },
  refresh_token: { needs: ["refresh_token", "scope"], decide: withRefreshToken },
};

/** Decides a token request; the caller signs or refuses. */
export const decideToken = (directory: TrustingDirectory, tenant: string, form: Form): Outcome => {
  if (!isOwnTenant(directory, tenant)) {
    return { problem: problems.tenantNotFound(tenant) };
  }
  const asked = form["grant_type"] ?? "";
  const grant = Object.hasOwn(grants, asked) ? grants[asked] : undefined;
  const missing = ["grant_type", "client_id", ...(grant?.needs ?? [])].find((name) => form[name] === undefined);
  if (missing !== undefined) {
    return { problem: problems.missingParameter(missing) };
  }
  return grant === undefined ? { problem: problems.grantNotSupported(asked) } : grant.decide(directory, form);
};
