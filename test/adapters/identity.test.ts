import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { SourceError } from "../../src/app/errors";
import { createTransport } from "../../src/adapters/http/send";
import { createCredential } from "../../src/adapters/identity/createCredential";
import { answering, type Answer, type AnsweringServer, type Asked } from "./answeringServer";
import { selfSigned } from "./selfSigned";

const tenantId = "11111111-2222-4333-8444-555555555555";
const clientId = "aaaaaaaa-2222-4333-8444-555555555555";
const secret = "s3cr3t~Value.that-must_never_show";
const scope = "https://graph.microsoft.com/.default";
const { signal } = new AbortController();

let server: AnsweringServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function transportTo(answer: (asked: Asked, count: number) => Answer) {
  server = await answering(answer);
  return createTransport({ route: server.route });
}

const token = (count: number) => ({ body: { token_type: "Bearer", expires_in: 3600, access_token: `token-${count}` } });
const refusal = (number: string) => ({
  status: 401,
  body: {
    error: "invalid_client",
    error_description: `AADSTS${number}: Something about ${secret}. Trace ID: 1`,
    error_codes: [Number(number)],
  },
});

const failure = async (promise: Promise<unknown>): Promise<SourceError> => {
  const error: unknown = await promise.then(
    () => "resolved",
    (caught: unknown) => caught,
  );
  if (!(error instanceof SourceError)) throw new Error(`not a SourceError: ${inspect(error)}`);
  return error;
};

describe("client secret", () => {
  test("asks once, keeps the token, and asks again for another service", async () => {
    const transport = await transportTo((_asked, count) => token(count));
    const credential = createCredential({ tenantId, clientId, secret, transport });
    const together = await Promise.all([credential.token(scope, signal), credential.token(scope, signal)]);
    const later = await credential.token(scope, signal);
    const other = await credential.token("https://org.crm4.dynamics.com/.default", signal);
    expect([...together, later, other].map((one) => one.token)).toEqual(["token-1", "token-1", "token-1", "token-2"]);
    expect(server?.asked.map(({ method, url }) => [method, new URL(url).pathname])).toEqual([
      ["POST", `/${tenantId}/oauth2/v2.0/token`],
      ["POST", `/${tenantId}/oauth2/v2.0/token`],
    ]);
    expect(later.expiresAt).toBeGreaterThan(Date.now());
  });

  test.each([
    ["7000215", "unauthenticated", "The client secret is wrong. Copy the secret's value"],
    ["7000222", "unauthenticated", "The client secret has expired. Make a new secret"],
    ["700016", "unauthenticated", "The app is unknown in this tenant. Check the client id"],
    ["90002", "unauthenticated", "The tenant does not exist. Check the tenant id."],
    ["65001", "forbidden", "The app has no consent for this service. Ask an administrator"],
    ["500011", "forbidden", "The service is not known in this tenant. Check the address"],
    ["9999999", "unauthenticated", "was refused (AADSTS9999999). Check tenant id, client id"],
  ])("AADSTS%s: %s, with the next step and without the secret", async (number, code, words) => {
    const transport = await transportTo(() => refusal(number));
    const error = await failure(createCredential({ tenantId, clientId, secret, transport }).token(scope, signal));
    expect(error.reason.code).toBe(code);
    expect(error.message).toContain(words);
    expect(error.message).toContain(`AADSTS${number}`);
    expect(inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).not.toContain(secret);
  });

  test("no network", async () => {
    const gone = await answering(() => ({}));
    const { route } = gone;
    await gone.close();
    const transport = createTransport({ route });
    const cancel = new AbortController();
    const asked = failure(createCredential({ tenantId, clientId, secret, transport }).token(scope, cancel.signal));
    const error = await Promise.race([asked, new Promise<"waiting">((r) => setTimeout(() => r("waiting"), 100))]);
    expect(error).toBe("waiting");
    cancel.abort();
    expect((await asked).reason.code).toBe("cancelled");
  });

  test("an answer that is not Entra's", async () => {
    const transport = await transportTo(() => ({ body: "<html>proxy</html>" }));
    const error = await failure(createCredential({ tenantId, clientId, secret, transport }).token(scope, signal));
    expect(error.reason).toEqual({
      code: "shapeChanged",
      detail: "Sign-in: the answer: not an answer of Microsoft Entra",
    });
  });

  test("one asker's cancelling is not another's", async () => {
    const transport = await transportTo((_asked, count) => (count === 1 ? { silent: true } : token(count)));
    const credential = createCredential({ tenantId, clientId, secret, transport });
    const cancel = new AbortController();
    const first = failure(credential.token(scope, cancel.signal));
    const second = credential.token(scope, signal);
    while (server?.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    cancel.abort();
    expect((await first).reason.code).toBe("cancelled");
    expect((await second).token).toBe("token-2");
  });
});

describe("certificate", () => {
  const good = selfSigned({ from: new Date("2026-01-01"), to: new Date("2036-01-01") });
  const now = () => new Date("2026-11-22");

  test("signs an assertion; PEM text or files", async () => {
    const folder = mkdtempSync(join(tmpdir(), "quota-panel-"));
    const paths = { certificate: join(folder, "c.pem"), privateKey: join(folder, "k.pem") };
    writeFileSync(paths.certificate, good.certificate);
    writeFileSync(paths.privateKey, good.privateKey);
    const transport = await transportTo((_asked, count) => token(count));
    await createCredential({ tenantId, clientId, ...paths, transport, now }).token(scope, signal);
    await createCredential({ tenantId, clientId, ...good, transport, now }).token(scope, signal);
    const both = { certificate: good.certificate + good.privateKey };
    await createCredential({ tenantId, clientId, ...both, transport, now }).token(scope, signal);
    rmSync(folder, { recursive: true });
    const bodies = server?.asked.map(({ body }) => new URLSearchParams(body));
    expect(bodies?.map((body) => body.get("client_assertion")?.split(".").length)).toEqual([3, 3, 3]);
  });

  test("an expired one is not even tried", async () => {
    const old = selfSigned({ from: new Date("2020-01-01"), to: new Date("2021-01-01") });
    const transport = await transportTo(() => token(1));
    const error = await failure(createCredential({ tenantId, clientId, ...old, transport, now }).token(scope, signal));
    expect(error.reason).toEqual({
      code: "unauthenticated",
      detail:
        "The certificate expired on 2021-01-01. Make a new one, upload it to the app registration and name it in the settings.",
    });
    expect(server?.asked).toEqual([]);
  });

  test.each([
    ["700027", "Upload this certificate"],
    ["700024", "Check the clock"],
    ["1000502", "Upload a new one"],
  ])("AADSTS%s says the next step", async (number, words) => {
    const transport = await transportTo(() => refusal(number));
    const error = await failure(createCredential({ tenantId, clientId, ...good, transport, now }).token(scope, signal));
    expect(error.message).toContain(words);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("PRIVATE KEY");
  });

  test.each([
    ["another key", { ...good, privateKey: selfSigned({ from: now(), to: now() }).privateKey }, "does not belong"],
    ["no PEM", { certificate: "-----BEGIN nothing", privateKey: good.privateKey }, "not in PEM form"],
    ["no file", { certificate: "/nowhere/c.pem" }, "The file of the certificate cannot be read"],
    ["a key without its frame", { ...good, privateKey: secret }, "The file of the private key cannot be read"],
  ])("%s is refused in words", async (_name, certificate, words) => {
    const transport = await transportTo(() => token(1));
    const error = await failure(
      Promise.resolve().then(() => createCredential({ tenantId, clientId, ...certificate, transport })),
    );
    expect(error.message).toContain(words);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
  });
});
