import { createHash, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SourceError } from "../../src/app/errors";
import type { Credential } from "../../src/adapters/http/credential";
import { clouds, type CloudName } from "../../src/adapters/http/clouds";
import { simulatorRoute } from "../../src/adapters/http/routes";
import { createTransport, type Send } from "../../src/adapters/http/send";
import { createDeviceCode, type DeviceCodePrompt } from "../../src/adapters/identity/deviceCode";
import type { Identity } from "../../src/adapters/identity/identity";
import { inFile, inMemory, type RefreshTokens } from "../../src/adapters/identity/refreshTokenFile";
import { createSignIn } from "../../src/adapters/identity/signIn";
import { powerPlatformUsage } from "../../src/adapters/powerplatform/powerPlatformUsage";
import { compose } from "../../src/hosts/compose";
import { demoConfig } from "../../src/hosts/demo/demoConfig";
import type { RunningTenant } from "../../src/simulator/contracts";
import { startTenant } from "../../src/simulator/server";
import { selfSigned } from "./selfSigned";

const start = new Date("2026-11-23T00:00:00Z");
const fixture = (name: string): string => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8");
const pem = fixture("simulator-app.crt.pem") + fixture("simulator-app.key.pem");
const graph = "https://graph.microsoft.com/.default";
const bap = "https://service.powerapps.com/.default";
const { signal } = new AbortController();
const issuer = "https://oidc.example.org/cluster";
const subject = "system:serviceaccount:quota:panel";
const workload = generateKeyPairSync("rsa", { modulusLength: 2048 });

let tenant: RunningTenant;
let transport: Send;
let now = start;
beforeAll(async () => {
  const key = createPublicKey(workload.publicKey.export({ type: "spki", format: "pem" }))
    .export({ type: "spki", format: "pem" })
    .toString();
  tenant = await startTenant({
    profile: "scenario-1",
    now: () => now,
    knobs: { retryAfterSeconds: 600 },
    app: {
      certificates: [fixture("simulator-app.crt.pem")],
      federated: [{ issuer, subject, key }],
      trustsMachine: true,
      licensing: false,
    },
    vault: {
      certificate: { value: pem, contentType: "application/x-pem-file" },
      pkcs12: { value: "MIIKXAIBAzCC", contentType: "application/x-pkcs12" },
      disabled: { value: "never-shown-value", enabled: false },
      expired: { value: "never-shown-value", expires: start.getTime() / 1000 - 60 },
      wrong: { value: "never-shown-value" },
    },
  });
  transport = createTransport({ route: simulatorRoute(tenant.base) });
});
afterAll(() => tenant.close());
afterEach(() => {
  tenant.signIn.throttled.clear();
  now = start;
});

type Way = Identity extends infer One ? (One extends Identity ? Omit<One, "clientId"> : never) : never;

const signIn = (way: Way, of = tenant): Credential =>
  createSignIn({
    tenantId: of.profile.tenantId,
    identity: { clientId: of.app.clientId, ...way },
    hosts: clouds[of.cloud],
    transport,
    now: () => now,
  });

const failure = async (promise: Promise<unknown>): Promise<SourceError> => {
  const error: unknown = await promise.catch((caught: unknown) => caught);
  if (error instanceof SourceError) return error;
  throw new Error(`not a SourceError: ${inspect(error)}`);
};

const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as Record<string, unknown>;

const appOf = async (credential: Credential): Promise<unknown> =>
  claimsOf((await credential.token(graph, signal)).token)["appid"];

describe("managed identity", () => {
  test("of a virtual machine, system-assigned and user-assigned", async () => {
    const { system, user } = tenant.signIn.machine;
    expect(await appOf(signIn({ kind: "managedIdentity", machine: {} }))).toBe(system);
    expect(await appOf(signIn({ kind: "managedIdentity", machine: { clientId: user } }))).toBe(user);
  });

  test("of App Service, with the header that only the process knows", async () => {
    const { IDENTITY_ENDPOINT: endpoint, IDENTITY_HEADER: header } = tenant.signIn.appService;
    const { user } = tenant.signIn.machine;
    const machine = { clientId: user, appService: { endpoint, header } };
    expect(await appOf(signIn({ kind: "managedIdentity", machine }))).toBe(user);
    const wrong = { appService: { endpoint, header: "never-shown-value" } };
    const error = await failure(appOf(signIn({ kind: "managedIdentity", machine: wrong })));
    expect(error.reason.code).toBe("unauthenticated");
    expect(inspect(error)).not.toContain("never-shown-value");
  });

  test("tells what is wrong when the machine has no such identity", async () => {
    const machine = { clientId: tenant.app.clientId };
    expect((await failure(appOf(signIn({ kind: "managedIdentity", machine })))).reason).toEqual({
      code: "unauthenticated",
      detail:
        "Managed identity: HTTP 400, Identity not found. Switch the identity on for this machine, or check the client id of the user-assigned one and that it is assigned here.",
    });
  });

  test("gives up when the service asks for more patience than a run has", async () => {
    tenant.signIn.throttled.add("machine");
    const error = await failure(appOf(signIn({ kind: "managedIdentity", machine: {} })));
    expect(error.reason.code).toBe("throttled");
  });

  test("reads the whole tenant as the application", async () => {
    const config = {
      ...demoConfig(tenant),
      identity: { kind: "managedIdentity", clientId: "-", machine: {} } as const,
    };
    const { ports } = compose(config, simulatorRoute(tenant.base));
    expect((await ports.licences.subscribedSkus(signal)).length).toBeGreaterThan(0);
    expect((await ports.usage.environments(signal)).environments.length).toBeGreaterThan(0);
  });
});

describe("plain HTTP", () => {
  const sent = async (url: string) =>
    failure(
      Promise.resolve().then(() => createTransport({ route: (it) => it })({ method: "GET", url, headers: {}, signal })),
    ).catch((error: unknown) => String(error));

  test("is for this machine and its metadata service, and for nothing else", async () => {
    const ended = new AbortController();
    ended.abort();
    const near = createTransport({ route: (url) => url })({
      method: "GET",
      url: "http://169.254.169.254/metadata",
      headers: {},
      signal: ended.signal,
    });
    await expect(near).rejects.toThrow(/abort/i);
    for (const url of [
      "http://graph.microsoft.com/",
      "http://169.255.169.254/",
      "http://10.0.0.4/",
      "http://169.254.1.1.example.org/",
    ]) {
      expect(await sent(url)).toContain("the connection is not encrypted");
    }
  });
});

describe("Key Vault", () => {
  const vault = (name: string, holds: "secret" | "certificate" = "secret", machine = {}) =>
    signIn({ kind: "keyVault", holds, reference: `${tenant.signIn.vault}/secrets/${name}`, machine });

  test("holds the app's secret, or its certificate with the key", async () => {
    expect(await appOf(vault("quota-panel"))).toBe(tenant.app.clientId);
    expect(await appOf(vault("quota-panel", "secret", { clientId: tenant.signIn.machine.user }))).toBe(
      tenant.app.clientId,
    );
    // MSAL signs by the machine's clock.
    now = new Date();
    expect(await appOf(vault("certificate", "certificate"))).toBe(tenant.app.clientId);
  });

  test.each([
    ["nothing", "secret", "does not exist. Check the name in the setting (HTTP 404 SecretNotFound)"],
    ["disabled", "secret", "is disabled. Enable it, or name another one (HTTP 403 SecretDisabled)"],
    ["expired", "secret", "expired on 2026-11-22. Put a new version into the vault"],
    ["pkcs12", "certificate", "with the content type PEM (application/x-pem-file) in its policy"],
    ["quota-panel", "certificate", "the secret holds no certificate in PEM form"],
    ["wrong", "secret", "The client secret is wrong."],
  ] as const)("%s as %s: says what to do", async (name, holds, words) => {
    const error = await failure(appOf(vault(name, holds)));
    expect(error.reason.code).toBe("unauthenticated");
    expect(error.message).toContain(words);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/never-shown-value|simulated~|MIIKXA/);
  });

  test("asks the vault again after its secret was refused", async () => {
    const credential = vault("wrong");
    await failure(appOf(credential));
    const asked: string[] = [];
    const counting: Send = (request) => {
      asked.push(new URL(request.url).host);
      return transport(request);
    };
    const reference = `${tenant.signIn.vault}/secrets/wrong`;
    const again = createSignIn({
      tenantId: tenant.profile.tenantId,
      identity: { kind: "keyVault", clientId: tenant.app.clientId, holds: "secret", reference, machine: {} },
      hosts: clouds.public,
      transport: counting,
    });
    await failure(appOf(again));
    await failure(appOf(again));
    expect(asked.filter((host) => host === new URL(reference).host)).toHaveLength(2);
  });
});

describe("federated credential", () => {
  const seconds = () => Math.floor(now.getTime() / 1000);
  const jwt = (claims: Record<string, unknown>): string => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const times = { iat: seconds(), exp: seconds() + 3600 };
    const text = `${part({ alg: "RS256", typ: "JWT" })}.${part({ iss: issuer, sub: subject, aud: "api://AzureADTokenExchange", ...times, ...claims })}`;
    return `${text}.${sign("sha256", Buffer.from(text), workload.privateKey).toString("base64url")}`;
  };

  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "federated-"))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const withFile = (content: string) => {
    const tokenFile = join(folder, "token");
    writeFileSync(tokenFile, content);
    return { tokenFile, credential: signIn({ kind: "federatedFile", tokenFile }) };
  };

  test("of a workload; its file is read again for every token", async () => {
    const { tokenFile, credential } = withFile(`${jwt({})}\n`);
    expect(await appOf(credential)).toBe(tenant.app.clientId);
    writeFileSync(tokenFile, jwt({ sub: "somebody" }));
    const error = await failure(credential.token(bap, signal));
    expect(error.message).toContain("AADSTS700213");
  });

  test("of a managed identity that the app trusts", async () => {
    expect(await appOf(signIn({ kind: "federatedMachine", machine: {} }))).toBe(tenant.app.clientId);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["issuer", { iss: "https://oidc.example.org/other" }, "AADSTS700211"],
    ["subject", { sub: "system:serviceaccount:quota:other" }, "AADSTS700213"],
    ["audience", { aud: "api://other" }, "AADSTS700212"],
    ["time", { exp: 1_700_000_000, iat: 1_690_000_000 }, "AADSTS700024"],
  ])("with another %s is refused, with what to compare and without the token", async (_name, claims, words) => {
    const token = jwt(claims);
    const error = await failure(appOf(withFile(token).credential));
    expect(error.reason.code).toBe("unauthenticated");
    expect(error.message).toContain(words);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(token.split(".")[2]);
  });

  test.each([
    ["no token", "never-shown-value", "does not hold a token"],
    ["no file", undefined, "cannot be read"],
  ])("with %s in the file says so", async (_name, content, words) => {
    const credential =
      content === undefined
        ? signIn({ kind: "federatedFile", tokenFile: join(folder, "none") })
        : withFile(content).credential;
    const error = await failure(appOf(credential));
    expect(error.message).toContain(words);
    expect(inspect(error)).not.toContain("never-shown-value");
  });
});

describe("a person's code", () => {
  const scope = "https://api.powerplatform.com/.default";
  let shown: DeviceCodePrompt[] = [];
  beforeEach(() => {
    shown = [];
  });

  interface Story {
    readonly tokens?: RefreshTokens;
    /** What happens while the product waits for the n-th time. */
    readonly meanwhile?: (turn: number, code: string) => void;
    /** Share of the asked time that passes in that turn. */
    readonly pace?: (turn: number) => number;
  }
  const waits: number[] = [];
  const person = ({ tokens = inMemory(), meanwhile, pace = () => 1 }: Story = {}): Credential => {
    waits.length = 0;
    return createDeviceCode({
      tenantId: tenant.profile.tenantId,
      clientId: tenant.signIn.publicClientId,
      authorityHost: clouds.public.login,
      transport,
      tokens,
      show: (prompt) => shown.push(prompt),
      now: () => now,
      wait: (milliseconds) => {
        waits.push(milliseconds / 1000);
        now = new Date(now.getTime() + milliseconds * pace(waits.length));
        meanwhile?.(waits.length, shown.at(-1)?.code ?? "");
        return Promise.resolve();
      },
    });
  };
  const confirmAt = (turn: number) => (at: number, code: string) => {
    if (at === turn) tenant.signIn.enterCode(code, "confirm");
  };

  test("is shown, waited for, and gives a token of that person", async () => {
    const { token } = await person({ meanwhile: confirmAt(3) }).token(scope, signal);
    expect(shown).toEqual([
      {
        code: expect.stringMatching(/^[A-Z0-9]{9}$/) as string,
        address: "https://login.microsoftonline.com/common/oauth2/deviceauth",
        until: "2026-11-23T00:15:00.000Z",
      },
    ]);
    expect(waits).toEqual([5, 5, 5]);
    expect(claimsOf(token)).toMatchObject({ idtyp: "user", appid: tenant.signIn.publicClientId });
  });

  test("waits five seconds longer each time it is told to slow down", async () => {
    await person({ pace: (turn) => (turn < 4 ? 0.9 : 1.2), meanwhile: confirmAt(5) }).token(scope, signal);
    expect(waits).toEqual([5, 5, 10, 15, 15]);
  });

  test.each([
    ["declines", (_turn: number, code: string) => void tenant.signIn.enterCode(code, "decline"), "The person declined"],
    ["does nothing", () => undefined, "Nobody entered the code in time"],
  ])(
    "that a person %s: only these calls stay unread, and nobody is asked again at once",
    async (_name, meanwhile, words) => {
      const credential = person({ meanwhile });
      const error = await failure(credential.token(scope, signal));
      expect([error.reason.code, error.message]).toEqual(["forbidden", expect.stringContaining(words)]);
      expect((await failure(credential.token(scope, signal))).message).toBe(error.message);
      expect(shown).toHaveLength(1);
      now = new Date(now.getTime() + 61 * 60_000);
      await failure(credential.token(scope, signal));
      expect(shown).toHaveLength(2);
    },
  );

  test("is not needed again while the refresh token is good", async () => {
    const credential = person({ meanwhile: confirmAt(1) });
    await credential.token(scope, signal);
    now = new Date(now.getTime() + 2 * 3_600_000);
    await credential.token(scope, signal);
    expect(shown).toHaveLength(1);
    tenant.signIn.revokeRefreshTokens();
    now = new Date(now.getTime() + 2 * 3_600_000);
    const again = person({ meanwhile: confirmAt(1), tokens: { ...inMemory(), read: () => "1.REVOKED" } });
    await again.token(scope, signal);
    expect(shown).toHaveLength(2);
  });

  test("is not asked for where nobody looks on", async () => {
    const credential = createDeviceCode({
      tenantId: tenant.profile.tenantId,
      clientId: tenant.signIn.publicClientId,
      authorityHost: clouds.public.login,
      transport,
      tokens: inMemory(),
    });
    const error = await failure(credential.token(scope, signal));
    expect([error.reason.code, error.message]).toEqual([
      "forbidden",
      expect.stringContaining("Run quota-panel sync once at a terminal"),
    ]);
  });

  test("ends with the run", async () => {
    const cancel = new AbortController();
    const credential = createDeviceCode({
      tenantId: tenant.profile.tenantId,
      clientId: tenant.signIn.publicClientId,
      authorityHost: clouds.public.login,
      transport,
      tokens: inMemory(),
      show: () => cancel.abort(),
    });
    expect((await failure(credential.token(scope, cancel.signal))).reason.code).toBe("cancelled");
  });

  test("an app that is no public client is told how to become one", async () => {
    const credential = createDeviceCode({
      tenantId: tenant.profile.tenantId,
      clientId: tenant.app.clientId,
      authorityHost: clouds.public.login,
      transport,
      tokens: inMemory(),
      show: () => undefined,
    });
    const { reason } = await failure(credential.token(scope, signal));
    expect(reason).toEqual({
      code: "forbidden",
      detail: expect.stringContaining("Allow public client flows") as string,
    });
  });

  describe("kept in a file", () => {
    let folder: string;
    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "person-"))));
    afterEach(() => rmSync(folder, { recursive: true }));
    const owner = { tenantId: "t", clientId: "c" };

    test("that only its owner can read, and that the next run uses", async () => {
      const path = join(folder, "person.json");
      await person({ meanwhile: confirmAt(1), tokens: inFile(path, owner) }).token(scope, signal);
      if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);
      await person({ tokens: inFile(path, owner) }).token(scope, signal);
      expect(shown).toHaveLength(1);
      expect(readFileSync(path, "utf8")).not.toContain("access_token");
    });

    test.skipIf(process.platform === "win32")("that others can read is refused", async () => {
      const path = join(folder, "person.json");
      inFile(path, owner).write("1.SECRET");
      chmodSync(path, 0o644);
      const { reason, message } = await failure(person({ tokens: inFile(path, owner) }).token(scope, signal));
      expect(reason.code).toBe("forbidden");
      expect(message).toContain("can be read by others");
      expect(message).not.toContain("SECRET");
    });

    test("of another tenant, or broken, counts as none", () => {
      const path = join(folder, "person.json");
      inFile(path, owner).write("1.SECRET");
      expect(inFile(path, { ...owner, tenantId: "other" }).read()).toBeUndefined();
      expect(inFile(path, owner).read()).toBe("1.SECRET");
      writeFileSync(path, "{", { mode: 0o600 });
      expect(inFile(path, owner).read()).toBeUndefined();
      inFile(path, owner).forget();
      expect(inFile(path, owner).read()).toBeUndefined();
    });

    test("in a place that cannot be written says so", () => {
      const tokens = inFile(join(folder, "none", "person.json"), owner);
      expect(() => tokens.write("1.SECRET")).toThrow(/cannot be written/);
    });
  });

  test("opens the licensing routes that refuse the application, each asked once in vain", async () => {
    const refused: string[] = [];
    const watched: Send = async (request) => {
      const response = await transport(request);
      if (response.status === 403) refused.push(new URL(request.url).pathname);
      return response;
    };
    const credential = signIn({ kind: "secret", clientSecret: tenant.app.clientSecret });
    const options = { transport: watched, credential, outboundSolutions: () => Promise.resolve([]) };
    const alone = powerPlatformUsage(options);
    expect((await failure(alone.tenantCapacity(signal))).reason.code).toBe("forbidden");
    refused.length = 0;
    const usage = powerPlatformUsage({ ...options, delegated: person({ meanwhile: confirmAt(1) }) });
    const { environments } = await usage.environments(signal);
    await usage.tenantCapacity(signal);
    for (const environment of environments) await usage.entitlements(environment, signal);
    expect(shown).toHaveLength(1);
    expect(refused.map((path) => path.replace(/environments\/[^/]+/, "environments/*"))).toEqual([
      "/licensing/tenantCapacity",
      "/licensing/environments/*/entitlements",
    ]);
  });
});

describe("one audience's trouble", () => {
  test("is not another's: a throttled token holds up only its own service", async () => {
    tenant.signIn.throttled.add("https://graph.microsoft.com");
    const credential = signIn({ kind: "secret", clientSecret: tenant.app.clientSecret });
    const slow = failure(credential.token(graph, signal));
    expect(claimsOf((await credential.token(bap, signal)).token)["aud"]).toBe("https://service.powerapps.com");
    expect((await slow).reason.code).toBe("throttled");
  });

  test("an answer that never comes holds up only its own service", async () => {
    const cancel = new AbortController();
    const stuck: Send = (request) =>
      request.body?.includes("graph.microsoft.com") === true
        ? new Promise((_resolve, reject) => {
            request.signal.addEventListener("abort", () => reject(new Error("aborted")));
          })
        : transport(request);
    const { clientId, clientSecret } = tenant.app;
    const identity = { kind: "secret", clientId, clientSecret } as const;
    const { tenantId } = tenant.profile;
    const credential = createSignIn({ tenantId, identity, hosts: clouds.public, transport: stuck, now: () => now });
    const never = failure(credential.token(graph, cancel.signal));
    expect((await credential.token(bap, signal)).token).not.toBe("");
    cancel.abort();
    expect((await never).reason.code).toBe("cancelled");
  });

  test("a token is renewed beside the work before its end, and the old one serves while that fails", async () => {
    const credential = signIn({ kind: "secret", clientSecret: tenant.app.clientSecret });
    // MSAL reads the machine's clock, so the ends are those of real time.
    now = new Date();
    const first = await credential.token(graph, signal);
    now = new Date(first.expiresAt - 4 * 60_000);
    tenant.signIn.throttled.add("https://graph.microsoft.com");
    expect(await credential.token(graph, signal)).toBe(first);
    now = new Date(first.expiresAt - 30_000);
    expect((await failure(credential.token(graph, signal))).reason.code).toBe("throttled");
    tenant.signIn.throttled.clear();
    expect(await credential.token(graph, signal)).not.toBe(first);
  });
});

describe("clouds", () => {
  test.each(Object.keys(clouds) as CloudName[])(
    "%s: signs in and reads every service at its own hosts",
    async (cloud) => {
      const other = await startTenant({ profile: "scenario-1", cloud });
      const hosts = new Set<string>();
      const route = simulatorRoute(other.base);
      const composition = compose({ ...demoConfig(other) }, (url) => {
        hosts.add(new URL(url).host);
        return route(url);
      });
      const { ports, home } = composition;
      const skus = await ports.licences.subscribedSkus(signal);
      const { environments } = await ports.usage.environments(signal);
      const capacity = await ports.usage.tenantCapacity(signal);
      const api = `${home.url}/api/data/v9.2/WhoAmI`;
      const who = await home.send({ method: "GET", url: api, headers: { accept: "application/json" }, signal });
      await composition.tenant(signal);
      await other.close();
      expect([skus.length > 0, environments.length > 0, Object.keys(capacity).length > 0, who.status]).toEqual([
        true,
        true,
        true,
        200,
      ]);
      const { login, graph: graphOrigin, bap: bapOrigin, powerPlatform } = clouds[cloud];
      const isEnvironment = (host: string): boolean => clouds[cloud].isEnvironment(host);
      const known = [login, ...[graphOrigin, bapOrigin, powerPlatform].map((origin) => new URL(origin).host)];
      expect([...hosts].filter((host) => !known.includes(host)).every(isEnvironment)).toBe(true);
      expect(known.filter((host) => !hosts.has(host))).toEqual([]);
      expect(
        environments.flatMap(({ instanceUrl }) => instanceUrl ?? []).every((url) => isEnvironment(new URL(url).host)),
      ).toBe(true);
    },
  );

  test.each(["gccHigh", "china"] as const)("%s: machine, vault and federation at its own hosts", async (cloud) => {
    const other = await startTenant({ profile: "empty", cloud, app: { trustsMachine: true } });
    const send = createTransport({ route: simulatorRoute(other.base) });
    const { login, exchange, graph: origin } = clouds[cloud];
    const common = { tenantId: other.profile.tenantId, hosts: { login, exchange }, transport: send };
    const { clientId } = other.app;
    const reference = `${other.signIn.vault}/secrets/quota-panel`;
    const ways: readonly Identity[] = [
      { kind: "keyVault", clientId, holds: "secret", reference, machine: {} },
      { kind: "federatedMachine", clientId, machine: {} },
    ];
    for (const identity of ways) {
      const { token } = await createSignIn({ ...common, identity }).token(`${origin}/.default`, signal);
      expect(claimsOf(token)["appid"]).toBe(clientId);
    }
    await other.close();
  });

  test("an audience of another cloud is no resource of the tenant", async () => {
    const error = await failure(
      signIn({ kind: "secret", clientSecret: tenant.app.clientSecret }).token(
        "https://graph.microsoft.us/.default",
        signal,
      ),
    );
    expect(error.message).toContain("AADSTS500011");
  });
});

test("a canary: no secret, key, token or code in any error, whatever a service quotes", async () => {
  const good = selfSigned({ from: new Date("2026-01-01"), to: new Date("2036-01-01") });
  const folder = mkdtempSync(join(tmpdir(), "canary-"));
  const tokenFile = join(folder, "token");
  const assertion = `eyJhbGciOiJSUzI1NiJ9.${createHash("sha256").update("a").digest("base64url")}.c2lnbmF0dXJl`;
  writeFileSync(tokenFile, assertion);
  const canaries = ["canary~secret-value", "canary-header", "canary-refresh", "canary-device-code", "CANARYCODE"];
  const quoting: Send = (request) => {
    const said = `AADSTS9000: ${request.body ?? ""} ${JSON.stringify(request.headers)} ${canaries.join(" ")}`;
    const devicecode = {
      device_code: "canary-device-code",
      user_code: "CANARYCODE",
      verification_uri: "https://x.example",
      expires_in: 9,
      interval: 1,
    };
    const body = request.url.endsWith("/devicecode")
      ? devicecode
      : { error: "invalid_request", error_description: said };
    const status = request.url.endsWith("/devicecode") ? 200 : 400;
    return Promise.resolve({ status, headers: {}, body: JSON.stringify(body) });
  };
  const appService = { endpoint: "http://169.254.129.2:8081/msi/token", header: "canary-header" };
  const ways: readonly Way[] = [
    { kind: "secret", clientSecret: "canary~secret-value" },
    { kind: "certificate", certificate: good.certificate, privateKey: good.privateKey },
    { kind: "federatedFile", tokenFile },
  ];
  const { tenantId } = tenant.profile;
  const common = { tenantId, hosts: clouds.public, transport: quoting };
  const errors = await Promise.all(
    ways.map((way) => failure(createSignIn({ ...common, identity: { clientId: "app", ...way } }).token(graph, signal))),
  );
  const code = createDeviceCode({
    ...{ tenantId, clientId: "app", authorityHost: "login.microsoftonline.com", transport: quoting },
    ...{
      tokens: { ...inMemory(), read: () => "canary-refresh" },
      show: () => undefined,
      wait: () => Promise.resolve(),
    },
  });
  errors.push(await failure(code.token(graph, signal)));
  rmSync(folder, { recursive: true });
  const said = inspect(errors, { depth: 9, showHidden: true });
  for (const one of [...canaries.filter((name) => name !== "canary-header"), assertion, "PRIVATE KEY"]) {
    expect(said).not.toContain(one);
  }
  const machine = await failure(
    createSignIn({ ...common, identity: { kind: "managedIdentity", clientId: "app", machine: { appService } } }).token(
      graph,
      signal,
    ),
  );
  expect(machine.reason.code).toBe("unauthenticated");
});
