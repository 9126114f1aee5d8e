/** Entra ID of the simulated tenant: discovery, signing keys, tokens. Addresses in answers are production addresses. */
import { createHash, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { Hono } from "hono";
import type { SimulatedCloud } from "../clouds";
import type { Authorise } from "../contracts";
import { authoriser } from "./authorise";
import { writeToken } from "./jwt";
import type { FederatedCredential } from "./federation";
import type { Principal } from "./principals";
import { problemBody, problems, type Problem } from "./problems";
import { decideToken, grantOf, isOwnTenant, publicClientProblem, type Directory, type Form, type Grant } from "./token";
import { json } from "../wire/json";

export interface Entra {
  readonly app: Hono;
  readonly authorise: Authorise;
  /** A token as the machine's identity service gets it, and its end in seconds since 1970. */
  readonly issue: (
    audience: string,
    principal: Principal,
  ) => Promise<{ readonly token: string; readonly until: number }>;
}

const lifetimeSeconds = 3_599;

const discoveryOf = (tenantId: string, { login: host, graph }: SimulatedCloud) => {
  const login = `https://${host}`;
  return {
    token_endpoint: `${login}/${tenantId}/oauth2/v2.0/token`,
    device_authorization_endpoint: `${login}/${tenantId}/oauth2/v2.0/devicecode`,
    token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt", "client_secret_basic"],
    jwks_uri: `${login}/${tenantId}/discovery/v2.0/keys`,
    response_modes_supported: ["query", "fragment", "form_post"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    response_types_supported: ["code", "id_token", "code id_token", "id_token token"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    issuer: `${login}/${tenantId}/v2.0`,
    authorization_endpoint: `${login}/${tenantId}/oauth2/v2.0/authorize`,
    tenant_region_scope: "EU",
    cloud_instance_name: host.replace(/^login\./, ""),
    cloud_graph_host_name: "graph.windows.net",
    msgraph_host: graph,
  };
};

/** Tokens to be exchanged come from the newer endpoint. */
const issuerOf = ({ cloud, tenantId }: Directory, audience: string): string =>
  audience === cloud.exchange ? `https://${cloud.login}/${tenantId}/v2.0` : `https://sts.windows.net/${tenantId}/`;

const claimsOf = (directory: Directory, grant: Grant, tokenId: string) => {
  const issued = Math.floor(directory.now().getTime() / 1_000);
  const { clientId, objectId } = grant.principal;
  return {
    aud: grant.audience,
    iss: issuerOf(directory, grant.audience),
    iat: issued,
    nbf: issued,
    exp: issued + lifetimeSeconds,
    appid: clientId,
    ...(grant.person === true
      ? { appidacr: "0", idtyp: "user", scp: "Licensing.Allocations.Read" }
      : { appidacr: "1", idtyp: "app" }),
    oid: objectId,
    sub: objectId,
    tid: directory.tenantId,
    ...(grant.roles.length > 0 ? { roles: grant.roles } : {}),
    uti: tokenId,
    ver: "1.0",
  };
};

const formOf = (text: string): Form => Object.fromEntries(new URLSearchParams(text));

const keyIdOf = (publicKey: KeyObject): string =>
  createHash("sha1")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("base64url");

const makeKeys = () => promisify(generateKeyPair)("rsa", { modulusLength: 2_048 });
let keys: ReturnType<typeof makeKeys> | undefined;

/** One pair a process: making it takes longer than starting a tenant. Tokens are told apart by their tenant. */
const signingKeys = () => (keys ??= makeKeys());

/** Makes the endpoints. `newId` gives ids of requests and tokens. */
export const entraOf = async (directory: Directory, newId: () => string): Promise<Entra> => {
  const { publicKey, privateKey } = await signingKeys();
  const kid = keyIdOf(publicKey);
  const refuse = (found: Problem, correlationId?: string): Response =>
    json(
      problemBody(found, directory.now(), newId(), correlationId ?? newId()),
      found.status,
      found.status === 429 ? { "retry-after": String(directory.retryAfterSeconds()) } : {},
    );
  const trusting = { ...directory, federated: trustedBy(directory, publicKey) };
  const tokenOf = (grant: Grant): Promise<string> =>
    writeToken({ kid, x5t: kid }, claimsOf(directory, grant, newId()), privateKey);
  const answer = async (grant: Grant): Promise<Response> =>
    json(
      {
        token_type: "Bearer",
        expires_in: lifetimeSeconds,
        ext_expires_in: lifetimeSeconds,
        access_token: await tokenOf(grant),
        ...(grant.person === true ? { refresh_token: directory.codes.newRefreshToken() } : {}),
      },
      200,
      { "cache-control": "no-store, no-cache", pragma: "no-cache" },
    );

  const app = new Hono();
  app.get("/:tenant/v2.0/.well-known/openid-configuration", (c) =>
    isOwnTenant(directory, c.req.param("tenant"))
      ? c.json(discoveryOf(directory.tenantId, directory.cloud))
      : refuse(problems.tenantNotFound(c.req.param("tenant"))),
  );
  app.get("/:tenant/discovery/v2.0/keys", (c) =>
    c.json({ keys: [{ ...publicKey.export({ format: "jwk" }), use: "sig", kid, x5t: kid }] }),
  );
  app.post("/:tenant/oauth2/v2.0/token", async (c) => {
    const outcome = decideToken(trusting, c.req.param("tenant"), formOf(await c.req.text()));
    return "problem" in outcome ? refuse(outcome.problem, c.req.header("client-request-id")) : answer(outcome.grant);
  });
  app.post("/:tenant/oauth2/v2.0/devicecode", async (c) => {
    const outcome = startCode(directory, c.req.param("tenant"), formOf(await c.req.text()));
    return "problem" in outcome
      ? refuse(outcome.problem, c.req.header("client-request-id"))
      : json(outcome.answer, 200);
  });
  return {
    app,
    authorise: authoriser(publicKey, directory.tenantId, directory.now),
    issue: async (audience, principal) => ({
      token: await tokenOf(grantOf(directory, audience, principal)),
      until: Math.floor(directory.now().getTime() / 1_000) + lifetimeSeconds,
    }),
  };
};

const startCode = (directory: Directory, tenant: string, form: Form) => {
  const missing = ["client_id", "scope"].find((name) => form[name] === undefined);
  const problem = !isOwnTenant(directory, tenant)
    ? problems.tenantNotFound(tenant)
    : missing !== undefined
      ? problems.missingParameter(missing)
      : publicClientProblem(directory, form["client_id"] ?? "");
  return problem === undefined
    ? { answer: directory.codes.start(form["scope"] ?? "", directory.cloud.login) }
    : { problem };
};

/** The federated credentials of the registration, those for the machine's identities among them where it has them. */
const trustedBy = (directory: Directory, key: KeyObject): readonly FederatedCredential[] => {
  const { app, principals, cloud } = directory;
  const issuer = issuerOf(directory, cloud.exchange);
  const machine = [principals.system, principals.user].map(({ objectId }) => ({ issuer, subject: objectId, key }));
  return [...app.federated, ...(app.trustsMachine ? machine : [])];
};
