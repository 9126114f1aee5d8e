/** Entra ID of the simulated tenant: discovery, signing keys, tokens. Addresses in answers are production addresses. */
import { createHash, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { Hono } from "hono";
import type { Authorise } from "../contracts";
import { authoriser } from "./authorise";
import { writeToken } from "./jwt";
import { problemBody, problems, type Problem } from "./problems";
import { decideToken, isOwnTenant, type Directory, type Form, type Grant } from "./token";
import { json } from "../wire/json";

export interface Entra {
  readonly app: Hono;
  readonly authorise: Authorise;
}

const lifetimeSeconds = 3_599;
const login = "https://login.microsoftonline.com";

const discoveryOf = (tenantId: string) => ({
  token_endpoint: `${login}/${tenantId}/oauth2/v2.0/token`,
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
  cloud_instance_name: "microsoftonline.com",
  cloud_graph_host_name: "graph.windows.net",
  msgraph_host: "graph.microsoft.com",
});

const claimsOf = (directory: Directory, grant: Grant, tokenId: string) => {
  const issued = Math.floor(directory.now().getTime() / 1_000);
  return {
    aud: grant.audience,
    iss: `https://sts.windows.net/${directory.tenantId}/`,
    iat: issued,
    nbf: issued,
    exp: issued + lifetimeSeconds,
    appid: directory.app.clientId,
    appidacr: "1",
    idtyp: "app",
    oid: directory.app.objectId,
    sub: directory.app.objectId,
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
    json(problemBody(found, directory.now(), newId(), correlationId ?? newId()), found.status);
  const answer = async (grant: Grant): Promise<Response> =>
    json(
      {
        token_type: "Bearer",
        expires_in: lifetimeSeconds,
        ext_expires_in: lifetimeSeconds,
        access_token: await writeToken({ kid, x5t: kid }, claimsOf(directory, grant, newId()), privateKey),
      },
      200,
      { "cache-control": "no-store, no-cache", pragma: "no-cache" },
    );

  const app = new Hono();
  app.get("/:tenant/v2.0/.well-known/openid-configuration", (c) =>
    isOwnTenant(directory, c.req.param("tenant"))
      ? c.json(discoveryOf(directory.tenantId))
      : refuse(problems.tenantNotFound(c.req.param("tenant"))),
  );
  app.get("/:tenant/discovery/v2.0/keys", (c) =>
    c.json({ keys: [{ ...publicKey.export({ format: "jwk" }), use: "sig", kid, x5t: kid }] }),
  );
  app.post("/:tenant/oauth2/v2.0/token", async (c) => {
    const outcome = decideToken(directory, c.req.param("tenant"), formOf(await c.req.text()));
    return "problem" in outcome ? refuse(outcome.problem, c.req.header("client-request-id")) : answer(outcome.grant);
  });
  return { app, authorise: authoriser(publicKey, directory.tenantId, directory.now) };
};
