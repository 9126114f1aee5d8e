import { createHash, createPrivateKey, createPublicKey, sign, verify, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningTenant } from "../../src/simulator/contracts";
import { startTenant } from "../../src/simulator/server";
import { answerOf, audiences, get, local, postToken, secretForm, tokenFor, type Answer } from "./client";

const start = new Date("2026-11-22T20:00:00.500Z");
const fixture = (name: string): string => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8");
const certificate = fixture("simulator-app.crt.pem");
const privateKey = createPrivateKey(fixture("simulator-app.key.pem"));
const skusUrl = "https://graph.microsoft.com/v1.0/subscribedSkus?$select=skuId";

let tenant: RunningTenant;
let now = start;
beforeAll(async () => {
  tenant = await startTenant({ profile: "contoso", now: () => now, app: { certificates: [certificate] } });
});
afterAll(() => tenant.close());

const problem = (answer: Answer) => ({
  status: answer.status,
  error: answer.body["error"],
  codes: answer.body["error_codes"],
});

describe("client secret", () => {
  test("gives a token that expires within the hour and carries the roles of the app", async () => {
    const answer = await postToken(tenant, secretForm(tenant, audiences.graph));
    const claims = JSON.parse(
      Buffer.from(String(answer.body["access_token"]).split(".")[1] ?? "", "base64url").toString(),
    ) as Record<string, unknown>;

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ token_type: "Bearer", expires_in: 3_599 });
    expect(claims).toMatchObject({
      aud: "https://graph.microsoft.com",
      tid: tenant.profile.tenantId,
      appid: tenant.app.clientId,
      idtyp: "app",
      roles: ["LicenseAssignment.Read.All", "Organization.Read.All", "User.Read.All"],
      exp: Math.floor(start.getTime() / 1_000) + 3_599,
    });
  });

  test("answers a wrong secret in the envelope of the token endpoint", async () => {
    const answer = await postToken(tenant, { ...secretForm(tenant, audiences.graph), client_secret: "guess" });

    expect(problem(answer)).toEqual({ status: 401, error: "invalid_client", codes: [7000215] });
    expect(Object.keys(answer.body).sort()).toEqual([
      "correlation_id",
      "error",
      "error_codes",
      "error_description",
      "error_uri",
      "timestamp",
      "trace_id",
    ]);
    expect(answer.body["error_description"]).toMatch(
      /^AADSTS7000215: .+ Trace ID: [0-9a-f-]{36} Correlation ID: [0-9a-f-]{36} Timestamp: 2026-11-22 20:00:00Z$/,
    );
    expect(answer.text).not.toContain("guess");
  });

  test.each([
    ["an unknown app", { client_id: "5b7d1f3c-2b7e-4b0e-9b5e-0f5c2c1f9a11" }, 400, "unauthorized_client", 700016],
    ["a scope that is no resource default", { scope: "User.Read" }, 400, "invalid_scope", 70011],
    ["two resources", { scope: `${audiences.graph} ${audiences.bap}` }, 400, "invalid_scope", 70011],
    [
      "a resource the tenant does not have",
      { scope: "https://other.crm4.dynamics.com/.default" },
      400,
      "invalid_resource",
      500011,
    ],
    ["another grant", { grant_type: "password" }, 400, "unsupported_grant_type", 70003],
  ])("refuses %s", async (_what, change, status, error, code) => {
    const answer = await postToken(tenant, { ...secretForm(tenant, audiences.graph), ...change });

    expect(problem(answer)).toEqual({ status, error, codes: [code] });
  });

  test("refuses another tenant and a missing credential", async () => {
    const elsewhere = await postToken(tenant, secretForm(tenant, audiences.graph), "fabrikam.onmicrosoft.com");
    const bare = secretForm(tenant, audiences.graph);
    delete bare["client_secret"];

    expect(problem(elsewhere)).toEqual({ status: 400, error: "invalid_request", codes: [90002] });
    expect(problem(await postToken(tenant, bare))).toMatchObject({ status: 401, codes: [7000218] });
  });

  test("knows the tenant by its domain and every organisation by its host", async () => {
    const form = secretForm(tenant, `https://${tenant.homeHost}/.default`);

    expect((await postToken(tenant, form, "contoso.onmicrosoft.com")).status).toBe(200);
  });
});

describe("discovery", () => {
  test("names production addresses and publishes the key that signed the token", async () => {
    const login = `https://login.microsoftonline.com/${tenant.profile.tenantId}`;
    const metadata = await get(tenant, `${login}/v2.0/.well-known/openid-configuration`);
    expect(metadata.body).toMatchObject({
      issuer: `${login}/v2.0`,
      token_endpoint: `${login}/oauth2/v2.0/token`,
      jwks_uri: `${login}/discovery/v2.0/keys`,
    });

    const keys = (await get(tenant, String(metadata.body["jwks_uri"]))).body["keys"] as Record<string, string>[];
    const [head, body, signature] = (await tokenFor(tenant, audiences.graph)).split(".");
    const key = createPublicKey({ key: keys[0]!, format: "jwk" });
    expect(verify("sha256", Buffer.from(`${head}.${body}`), key, Buffer.from(signature!, "base64url"))).toBe(true);
  });
});

describe("client assertion", () => {
  const thumbprint = createHash("sha256").update(new X509Certificate(certificate).raw).digest("base64url");

  const assertion = (claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}): string => {
    const seconds = Math.floor(now.getTime() / 1_000);
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const text = [
      part({ alg: "RS256", typ: "JWT", "x5t#S256": thumbprint, ...header }),
      part({
        aud: `https://login.microsoftonline.com/${tenant.profile.tenantId}/oauth2/v2.0/token`,
        iss: tenant.app.clientId,
        sub: tenant.app.clientId,
        nbf: seconds,
        exp: seconds + 600,
        jti: "one",
        ...claims,
      }),
    ].join(".");
    return `${text}.${sign("sha256", Buffer.from(text), privateKey).toString("base64url")}`;
  };

  const form = (text: string): Record<string, string> => ({
    grant_type: "client_credentials",
    client_id: tenant.app.clientId,
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: text,
    scope: audiences.graph,
  });

  test("of a registered certificate gives a token", async () => {
    expect((await postToken(tenant, form(assertion()))).status).toBe(200);
  });

  test.each<[string, () => string, number]>([
    ["that has expired", () => assertion({ nbf: 1_700_000_000, exp: 1_700_000_600 }), 700024],
    ["for another audience", () => assertion({ aud: "https://login.microsoftonline.com/common/v2.0" }), 700023],
    ["of another app", () => assertion({ sub: "somebody" }), 700021],
    ["of an unknown certificate", () => assertion({}, { "x5t#S256": "AAAA" }), 700027],
    ["changed after signing", () => assertion().replace(/[^.]+$/, (text) => text.split("").reverse().join("")), 700027],
    ["that is no token", () => "rubbish", 50027],
  ])("%s is refused", async (_what, make, code) => {
    expect(problem(await postToken(tenant, form(make())))).toEqual({
      status: 401,
      error: "invalid_client",
      codes: [code],
    });
  });

  test("with an expired certificate is refused, and the message says so", async () => {
    now = new Date("2100-01-01T00:00:00Z");
    const answer = await postToken(tenant, form(assertion()));
    now = start;

    expect(problem(answer)).toMatchObject({ status: 401, codes: [700027] });
    expect(answer.body["error_description"]).toContain("The key used is expired.");
  });
});

describe("access token", () => {
  const refusal = (answer: Answer) => ({
    status: answer.status,
    code: (answer.body["error"] as Record<string, unknown>)["code"],
    message: (answer.body["error"] as Record<string, unknown>)["message"],
  });

  test("is needed", async () => {
    expect(refusal(await get(tenant, skusUrl))).toEqual({
      status: 401,
      code: "InvalidAuthenticationToken",
      message: "Access token is empty.",
    });
  });

  test("must be for this audience", async () => {
    const answer = await get(tenant, skusUrl, await tokenFor(tenant, audiences.powerplatform));

    expect(refusal(answer)).toMatchObject({
      status: 401,
      message: "Access token validation failure. Invalid audience.",
    });
  });

  test("must be signed by this tenant", async () => {
    const [head, , signature] = (await tokenFor(tenant, audiences.graph)).split(".");
    const claims = Buffer.from(JSON.stringify({ aud: "https://graph.microsoft.com", exp: 9_999_999_999 }));
    const forged = `${head}.${claims.toString("base64url")}.${signature}`;

    expect((await get(tenant, skusUrl, forged)).status).toBe(401);
  });

  test("works until it expires", async () => {
    const token = await tokenFor(tenant, audiences.graph);
    now = new Date(start.getTime() + 3_598_000);
    const before = await get(tenant, skusUrl, token);
    now = new Date(start.getTime() + 3_600_000);
    const after = await get(tenant, skusUrl, token);
    now = start;

    expect([before.status, after.status]).toEqual([200, 401]);
    expect(refusal(after).message).toBe("Lifetime validation failed, the token is expired.");
  });

  test("is refused by the other services in their own words", async () => {
    const capacity = "https://api.powerplatform.com/licensing/tenantCapacity?api-version=2024-10-01";
    const missing = await get(tenant, capacity);
    const wrong = await get(tenant, capacity, await tokenFor(tenant, audiences.graph));

    expect([missing.status, wrong.status]).toEqual([401, 401]);
    expect(missing.body).toEqual({ code: "Unauthorized", message: "Access token is empty." });
    expect((await fetch(local(tenant, "https://api.bap.microsoft.com/x"))).status).toBe(404);
  });
});

describe("device code", () => {
  const post = async (path: string, form: Record<string, string>): Promise<Answer> =>
    answerOf(
      await fetch(`${tenant.base}/login.microsoftonline.com/${tenant.profile.tenantId}/oauth2/v2.0/${path}`, {
        method: "POST",
        body: new URLSearchParams(form),
      }),
    );
  const scope = "https://api.powerplatform.com/.default offline_access";
  const started = async () => (await post("devicecode", { client_id: tenant.signIn.publicClientId, scope })).body;
  const redeem = (device_code: unknown, client_id = tenant.signIn.publicClientId) =>
    post("token", {
      client_id,
      grant_type: "urn:ietf:params:oauth:grant-type:device_code",
      device_code: String(device_code),
    });
  const later = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1_000);
  };

  test("is pending, then gives a token of the person and a refresh token, once", async () => {
    const code = await started();
    expect(code).toMatchObject({ expires_in: 900, interval: 5 });
    expect(problem(await redeem(code["device_code"]))).toEqual({
      status: 400,
      error: "authorization_pending",
      codes: [70016],
    });
    expect(tenant.signIn.enterCode(String(code["user_code"]), "confirm")).toBe(true);
    expect((await redeem(code["device_code"])).body["error"]).toBe("slow_down");
    later(11);
    const given = await redeem(code["device_code"]);
    expect(given.status).toBe(200);
    expect((await redeem(code["device_code"])).body["error"]).toBe("bad_verification_code");
    const refresh = { client_id: tenant.signIn.publicClientId, grant_type: "refresh_token", scope };
    const again = await post("token", { ...refresh, refresh_token: String(given.body["refresh_token"]) });
    expect(again.status).toBe(200);
    tenant.signIn.revokeRefreshTokens();
    const revoked = await post("token", { ...refresh, refresh_token: String(again.body["refresh_token"]) });
    expect(problem(revoked)).toEqual({ status: 400, error: "invalid_grant", codes: [70008] });
    now = start;
  });

  test("is declined, or expires, or belongs to no public client", async () => {
    const declined = await started();
    tenant.signIn.enterCode(String(declined["user_code"]), "decline");
    expect((await redeem(declined["device_code"])).body["error"]).toBe("authorization_declined");
    const old = await started();
    later(901);
    expect((await redeem(old["device_code"])).body["error"]).toBe("expired_token");
    expect(tenant.signIn.enterCode(String(old["user_code"]), "confirm")).toBe(false);
    now = start;
    expect(problem(await redeem("x", tenant.app.clientId))).toMatchObject({ status: 401, codes: [7000218] });
    expect(problem(await redeem("x", "5b7d1f3c-2b7e-4b0e-9b5e-0f5c2c1f9a11"))).toMatchObject({ codes: [700016] });
    expect(problem(await post("devicecode", { scope }))).toMatchObject({ codes: [900144] });
  });
});

describe("identity service of the machine", () => {
  const imds = "http://169.254.169.254/metadata/identity/oauth2/token";
  const resource = encodeURIComponent("https://graph.microsoft.com");
  const ask = async (url: string, headers: Record<string, string>): Promise<Answer> =>
    answerOf(await fetch(`${tenant.base}/${url.replace("http://", "")}`, { headers }));
  const metadata = { metadata: "true" };

  test("answers like that of a virtual machine", async () => {
    const answer = await ask(`${imds}?api-version=2018-02-01&resource=${resource}`, metadata);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      client_id: tenant.signIn.machine.system,
      expires_on: String(Math.floor(start.getTime() / 1_000) + 3_599),
      token_type: "Bearer",
    });
    expect((await get(tenant, skusUrl, String(answer.body["access_token"]))).status).toBe(200);
  });

  test.each<[string, string, Record<string, string>, string]>([
    ["no header", `?api-version=2018-02-01&resource=${resource}`, {}, "Required metadata header not specified"],
    [
      "a request that was passed on",
      `?api-version=2018-02-01&resource=${resource}`,
      { ...metadata, "x-forwarded-for": "10.0.0.4" },
      "Required metadata header not specified",
    ],
    ["another version", `?api-version=2017-01-01&resource=${resource}`, metadata, "api-version"],
    ["an unknown service", "?api-version=2018-02-01&resource=https://example.org", metadata, "AADSTS500011"],
    ["an unknown identity", `?api-version=2018-02-01&resource=${resource}&client_id=x`, metadata, "Identity not found"],
  ])("refuses %s", async (_what, query, headers, words) => {
    const answer = await ask(imds + query, headers);
    expect([answer.status, answer.body["error"]]).toEqual([400, "invalid_request"]);
    expect(answer.body["error_description"]).toContain(words);
  });

  test("refuses too many requests, and another process in App Service", async () => {
    tenant.signIn.throttled.add("machine");
    const many = await ask(`${imds}?api-version=2018-02-01&resource=${resource}`, metadata);
    tenant.signIn.throttled.clear();
    expect([many.status, many.headers.get("retry-after")]).toEqual([429, "1"]);
    const { IDENTITY_ENDPOINT, IDENTITY_HEADER } = tenant.signIn.appService;
    const url = `${IDENTITY_ENDPOINT}?api-version=2019-08-01&resource=${resource}`;
    const statuses = [await ask(url, {}), await ask(url, { "x-identity-header": IDENTITY_HEADER })];
    expect(statuses.map(({ status }) => status)).toEqual([401, 200]);
  });
});

describe("Key Vault", () => {
  const url = () => `${tenant.signIn.vault}/secrets/quota-panel?api-version=7.4`;
  const tokenOf = async (client: "machine" | "app"): Promise<string> => {
    if (client === "app") return tokenFor(tenant, "https://vault.azure.net/.default");
    const query = "api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net";
    const imds = `${tenant.base}/169.254.169.254/metadata/identity/oauth2/token?${query}`;
    const { body } = await answerOf(await fetch(imds, { headers: { metadata: "true" } }));
    return String(body["access_token"]);
  };

  test("challenges who has no token, or one for another service", async () => {
    for (const token of [undefined, await tokenFor(tenant, audiences.graph)]) {
      const answer = await get(tenant, url(), token);
      expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([
        401,
        `Bearer authorization="https://login.microsoftonline.com/${tenant.profile.tenantId}", resource="https://vault.azure.net"`,
      ]);
    }
  });

  test("lets only those read who have the right, and wants a version of its interface", async () => {
    expect((await get(tenant, url(), await tokenOf("machine"))).body).toMatchObject({
      value: tenant.app.clientSecret,
      attributes: { enabled: true },
    });
    const refused = await get(tenant, url(), await tokenOf("app"));
    expect([refused.status, refused.body["error"]]).toEqual([
      403,
      expect.objectContaining({ code: "Forbidden", innererror: { code: "ForbiddenByRbac" } }),
    ]);
    const bare = await get(tenant, url().replace("?api-version=7.4", ""), await tokenOf("machine"));
    expect([bare.status, bare.body["error"]]).toEqual([400, expect.objectContaining({ code: "BadParameter" })]);
  });
});
