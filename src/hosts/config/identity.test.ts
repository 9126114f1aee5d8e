import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clouds } from "../../adapters/http/clouds";
import { ConfigError, readConfig } from "./config";

const tenantId = "11111111-2222-4333-8444-555555555555";
const clientId = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
const machineId = "bbbbbbbb-bbbb-4ccc-8ddd-eeeeeeeeeeee";
const secret = "s3cret~value.of-an-app-registration";
const url = "https://contoso.crm4.dynamics.com";
const reference = "https://contoso.vault.azure.net/secrets/quota-panel";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "identity-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Given = Readonly<Record<string, unknown>>;

const read = (identity: Given, environment: Record<string, string> = {}, more: Given = {}) => {
  const whole = { tenantId, identity: { clientId, ...identity }, home: { url }, ...more };
  writeFileSync(join(folder, "quota-panel.json"), JSON.stringify(whole));
  return readConfig({ folder, environment });
};
const faultsOf = (...given: Parameters<typeof read>): readonly string[] => {
  try {
    read(...given);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
};

describe("ways to sign in", () => {
  it.each<[string, Given, Record<string, string>, Given]>([
    [
      "a certificate as PEM text in a variable whose line breaks were kept as two characters",
      {},
      { QUOTA_PANEL_CERTIFICATE: "-----BEGIN CERTIFICATE-----\\nMII\\n-----END CERTIFICATE-----" },
      { kind: "certificate", certificate: "-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----" },
    ],
    [
      "a secret in Key Vault, read by the system-assigned identity",
      { keyVault: { secret: reference } },
      {},
      { kind: "keyVault", holds: "secret", reference, machine: {} },
    ],
    [
      "a certificate in Key Vault, named by a variable, read by a user-assigned identity",
      { keyVault: { managedIdentity: machineId } },
      { QUOTA_PANEL_KEY_VAULT_CERTIFICATE: reference },
      { kind: "keyVault", holds: "certificate", reference, machine: { clientId: machineId } },
    ],
    ["the system-assigned identity", { managedIdentity: "system" }, {}, { kind: "managedIdentity", machine: {} }],
    [
      "a user-assigned identity in App Service",
      {},
      {
        QUOTA_PANEL_MANAGED_IDENTITY: "user",
        IDENTITY_ENDPOINT: "http://169.254.129.2:8081/msi/token",
        IDENTITY_HEADER: "header",
      },
      {
        kind: "managedIdentity",
        machine: { clientId, appService: { endpoint: "http://169.254.129.2:8081/msi/token", header: "header" } },
      },
    ],
    [
      "a managed identity that the app trusts",
      { federated: { managedIdentity: machineId } },
      {},
      { kind: "federatedMachine", machine: { clientId: machineId } },
    ],
  ])("%s", (_name, identity, environment, expected) => {
    expect(read(identity, environment).identity).toEqual({ clientId, ...expected });
  });

  it.each([
    ["QUOTA_PANEL_FEDERATED_TOKEN_FILE", {}],
    ["AZURE_FEDERATED_TOKEN_FILE", {}],
    ["AZURE_FEDERATED_TOKEN_FILE", { federated: {} }],
  ])("a federated token in the file of %s", (name, identity) => {
    const tokenFile = join(folder, "token");
    writeFileSync(tokenFile, "a.b.c");
    expect(read(identity, { [name]: tokenFile }).identity).toEqual({ kind: "federatedFile", clientId, tokenFile });
  });

  it("leaves the platform's token alone where another way is said", () => {
    const { identity } = read({ clientSecret: secret }, { AZURE_FEDERATED_TOKEN_FILE: "/nowhere" });
    expect(identity).toEqual({ kind: "secret", clientId, clientSecret: secret });
  });

  it("a person's code beside the application's secret", () => {
    const delegated = { method: "deviceCode", clientId: machineId, cacheFile: "person.json" };
    expect(read({ clientSecret: secret, delegated }).delegated).toEqual({
      clientId: machineId,
      cacheFile: join(folder, "person.json"),
    });
  });
});

const ways = "clientSecret, clientSecretFile, certificate, keyVault, managedIdentity, federated";

describe("faults", () => {
  it.each<[string, Given, readonly string[]]>([
    ["no credential", {}, [`identity: expected exactly one of ${ways}; given: none`]],
    [
      "two credentials, one of which is a file that is not there",
      { clientSecret: secret, certificate: { path: "app.pem" } },
      [
        `identity: expected exactly one of ${ways}; given: clientSecret, certificate`,
        "identity.certificate.path: the file cannot be read (ENOENT)",
      ],
    ],
    [
      "a certificate twice",
      { certificate: { path: "app.pem", pem: `-----BEGIN ${secret}` } },
      [
        "identity.certificate: expected exactly one of path, pem; given: path, pem",
        "identity.certificate.path: the file cannot be read (ENOENT)",
      ],
    ],
    [
      "missing files",
      { certificate: { path: "app.pem", privateKeyPath: secret } },
      [
        "identity.certificate.path: the file cannot be read (ENOENT)",
        "identity.certificate.privateKeyPath: the file cannot be read (ENOENT)",
      ],
    ],
    [
      "a vault reference that is none",
      { keyVault: { secret: "https://contoso.vault.azure.net/keys/quota-panel" } },
      [
        "identity.keyVault.secret: expected a reference such as https://contoso.vault.azure.net/secrets/quota-panel, got text of 48 characters",
      ],
    ],
    [
      "a vault of another cloud",
      { keyVault: { secret: "https://contoso.vault.azure.cn/secrets/quota-panel" } },
      ["identity.keyVault: is a vault of another cloud; vaults of cloud public end in vault.azure.net"],
    ],
    [
      "an unknown machine",
      { federated: { managedIdentity: "mine" } },
      [
        'identity.federated.managedIdentity: expected "system", or the client id of a user-assigned identity, got "mine"',
      ],
    ],
    [
      "another way for a person",
      { clientSecret: secret, delegated: { method: "password", clientId: machineId } },
      ['identity.delegated.method: expected "deviceCode", got "password"'],
    ],
  ])("%s", (_name, identity, expected) => {
    const faults = faultsOf(identity);
    expect(faults).toEqual(expected);
    expect(faults.join()).not.toContain(secret);
  });

  it("a token service that is not on this machine would learn the secret of the identity", () => {
    const environment = { IDENTITY_ENDPOINT: "http://10.0.0.4/token", IDENTITY_HEADER: secret };
    expect(faultsOf({ managedIdentity: "system" }, environment)).toEqual([
      "IDENTITY_ENDPOINT: expected an address of this machine, or https",
    ]);
    expect(faultsOf({ clientSecret: "x" }, environment)).toEqual([]);
  });
});

describe("clouds", () => {
  it.each(Object.entries(clouds))("%s has its hosts and its environments", (cloud, hosts) => {
    const config = read({ clientSecret: secret }, {}, { cloud, home: { url: hosts.example } });
    expect(config.hosts).toEqual(hosts);
  });

  it("takes an address of the settings instead of the known one", () => {
    const endpoints = { powerPlatform: "https://api.appsplatform.us", login: "https://login.example.us/" };
    const { hosts } = read({ clientSecret: secret }, { QUOTA_PANEL_CLOUD: "public" }, { endpoints });
    expect(hosts).toEqual({
      ...clouds.public,
      powerPlatform: "https://api.appsplatform.us",
      login: "login.example.us",
    });
  });

  it.each<[string, Given, string]>([
    [
      "an environment of GCC without saying so",
      { home: { url: "https://contoso.crm9.dynamics.com" } },
      "home.url: is an address of cloud gcc, but cloud says public; set cloud to gcc, or give an address such as https://contoso.crm4.dynamics.com",
    ],
    [
      "a public environment in DoD",
      { cloud: "dod" },
      "home.url: is an address of cloud public, but cloud says dod; set cloud to public, or give an address such as https://contoso.crm.appsplatform.us",
    ],
    [
      "an unknown cloud",
      { cloud: "germany" },
      'cloud: expected one of public, gcc, gccHigh, dod, china, got "germany"',
    ],
    [
      "an endpoint with a path",
      { endpoints: { bap: "https://api.bap.microsoft.com/providers" } },
      'endpoints.bap: expected an https address without a path, got "https://api.bap.microsoft.com/providers"',
    ],
  ])("refuses %s", (_name, more, expected) => {
    expect(faultsOf({ clientSecret: secret }, {}, more)).toEqual([expected]);
  });
});
