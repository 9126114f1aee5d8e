import { createHash, createPrivateKey, createPublicKey, sign, verify, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningTenant } from "../../src/simulator/contracts";
import { startTenant } from "../../src/simulator/server";
import { audiences, get, local, postToken, secretForm, tokenFor, type Answer } from "./client";

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
