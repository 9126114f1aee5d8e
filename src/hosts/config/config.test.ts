import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clouds } from "../../adapters/http/clouds";
import { defaultSettings } from "../../domain";
import { ConfigError, readConfig } from "./config";

const tenantId = "11111111-2222-4333-8444-555555555555";
const clientId = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
const secret = "s3cret~value.of-an-app-registration";
const whole = {
  tenantId,
  identity: { clientId, clientSecret: secret },
  home: { url: "https://contoso.crm4.dynamics.com/" },
};

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "config-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (content: unknown): void =>
  writeFileSync(join(folder, "quota-panel.json"), typeof content === "string" ? content : JSON.stringify(content));
const read = (environment: Record<string, string> = {}) => readConfig({ folder, environment });
const faultsOf = (environment: Record<string, string> = {}): readonly string[] => {
  try {
    read(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
};

describe("readConfig", () => {
  it("fills what is not written with the defaults", () => {
    write(whole);
    expect(read()).toEqual({
      ownPolicy: {},
      tenant: { id: tenantId, name: tenantId },
      identity: { kind: "secret", clientId, clientSecret: secret },
      hosts: clouds.public,
      homeUrl: "https://contoso.crm4.dynamics.com",
      settings: defaultSettings,
      imports: [],
      schedule: { timeZone: "UTC", jitterSeconds: 60 },
      concurrency: 64,
      open: ["edition", "staleAfterHours", "schedule"],
    });
  });

  it("works from environment variables alone", () => {
    const { tenant, identity, homeUrl } = read({
      QUOTA_PANEL_TENANT_ID: tenantId.toUpperCase(),
      QUOTA_PANEL_TENANT_NAME: "Contoso",
      QUOTA_PANEL_CLIENT_ID: clientId,
      QUOTA_PANEL_CLIENT_SECRET: secret,
      QUOTA_PANEL_HOME_URL: "https://contoso.crm.dynamics.com",
    });
    expect({ tenant, identity, homeUrl }).toEqual({
      tenant: { id: tenantId, name: "Contoso" },
      identity: { kind: "secret", clientId, clientSecret: secret },
      homeUrl: "https://contoso.crm.dynamics.com",
    });
  });

  it("lets a credential of the environment replace the one of the file", () => {
    write(whole);
    writeFileSync(join(folder, "app.pem"), "PEM");
    expect(read({ QUOTA_PANEL_CERTIFICATE_PATH: "app.pem" }).identity).toEqual({
      kind: "certificate",
      clientId,
      certificate: "PEM",
    });
  });

  it("reads the secret from a file and resolves paths against the settings file", () => {
    write({ ...whole, identity: { clientId, clientSecretFile: "secret.txt" }, imports: ["people.csv"] });
    writeFileSync(join(folder, "secret.txt"), `${secret}\n`);
    const { identity, imports } = read();
    expect({ identity, imports }).toEqual({
      identity: { kind: "secret", clientId, clientSecret: secret },
      imports: [join(folder, "people.csv")],
    });
  });

  it("lists all faults together, each with its path", () => {
    write({
      tenantId: 7,
      identity: { clientId: "abc", clientSecret: secret },
      home: { url: "http://contoso.example" },
      bindings: [{ entitlementId: "People", meter: "nonsense" }],
      staleAfterHours: -1,
      schedule: { cron: "every day", timeZone: "Mars/Base" },
      concurency: 3,
    });
    expect([...faultsOf()].map((line) => line.split(":")[0])).toEqual([
      "tenantId",
      "identity.clientId",
      "home.url",
      "bindings.0.meter",
      "staleAfterHours",
      "schedule.cron",
      "schedule.timeZone",
      "concurency",
    ]);
    expect(faultsOf()).toContain('identity.clientId: expected a GUID, got "abc"');
    expect(faultsOf()).toContain("tenantId: expected a GUID, got 7");
    expect(faultsOf()).toContain("concurency: is not a known setting");
  });

  it("takes every decision of the customer", () => {
    const by = { by: "Adele Vance", at: "2026-11-01T08:00:00Z" };
    const skuId = "BBBBBBBB-bbbb-4ccc-8ddd-eeeeeeeeeeee";
    const policy = {
      ...{ basePeopleStacking: "once", crossEnvironmentDedup: "byRecordId", deletedRecords: "ignore" },
      ...{ interactionMeter: "all", interactedPackStorage: "prorata", addOnsAccrueDatabase: "false" },
      ...{ contactCenterLog: "once", customerServiceRoutes: "true", tenantDefault: "sum", timeZone: "Asia/Tokyo" },
    };
    const given = {
      edition: "lg-2026-07",
      policy,
      overrides: [
        { kind: "sku", skuId, product: "customerInsightsBase", ...by },
        { kind: "packSize", product: "copilotStudio", meter: "copilotMessages", amount: 20_000, ...by },
        { kind: "price", product: "contactCenter", cents: 9_500, currency: "EUR", ...by },
        { kind: "conversionRate", from: "copilotMessages", to: "recordRoutes", rate: 5, ...by },
      ],
      acknowledgements: [{ findingId: "overQuota:cases", reason: "Ordered.", until: "2026-12-31", ...by }],
      declared: { smsProvider: true, omnichannelRenewals: 1, anniversary: "2027-01-31" },
    };
    write({ ...whole, ...given });
    const [sku, ...others] = given.overrides;
    expect(read().settings).toEqual({
      ...{ ...given, bindings: [], thresholds: [], staleAfterHours: 48 },
      overrides: [{ ...sku, skuId: skuId.toLowerCase() }, ...others],
    });
  });

  it("checks every decision of the customer", () => {
    write({
      ...whole,
      edition: "2019",
      policy: { tenantDefault: "mix", timeZone: "+02:00", colour: "blue" },
      overrides: [
        { kind: "sku", skuId: "E5", product: "windows", by: "", at: "yesterday" },
        { kind: "discount", by: "Adele", at: "2026-11-01T08:00:00Z" },
      ],
      acknowledgements: [{ findingId: "x", reason: "y", until: "2026-02-30", by: "z", at: "2026-11-01T08:00:00Z" }],
      declared: { anniversary: "soon", omnichannelRenewals: -1 },
    });
    expect([...faultsOf()].map((line) => line.split(":")[0])).toEqual([
      ...["edition", "policy.tenantDefault", "policy.timeZone", "policy.colour"],
      ...["overrides.0.skuId", "overrides.0.product", "overrides.0.by", "overrides.0.at", "overrides.1.kind"],
      ...["acknowledgements.0.until", "declared.omnichannelRenewals", "declared.anniversary"],
    ]);
  });

  it("says what has become of skuMappings", () => {
    write({ ...whole, skuMappings: [{ skuId: clientId, product: "customerInsightsBase" }] });
    expect(faultsOf()).toEqual([
      'skuMappings: is part of overrides now; write there { "kind": "sku", "skuId": "…", "product": "…", "by": "who decided", "at": "when" } for each',
    ]);
  });

  it("says what is missing, and names the variable that a wrong value came from", () => {
    write({ identity: { clientSecret: secret } });
    expect(faultsOf({ QUOTA_PANEL_HOME_URL: "contoso" })).toEqual([
      "tenantId: is missing",
      "identity.clientId: is missing",
      'home.url (QUOTA_PANEL_HOME_URL): expected the address of a Dataverse environment, such as https://contoso.crm4.dynamics.com, got "contoso"',
    ]);
  });

  it.each([
    ["a secret in the wrong field", { ...whole, identity: { clientId: secret, clientSecret: secret } }],
    ["a secret of the wrong type", { ...whole, identity: { clientId, clientSecret: [secret] } }],
    ["a secret under an unknown key", { ...whole, identity: { clientId, password: secret } }],
    ["broken JSON beside a secret", `{ "identity": { "clientSecret": "${secret}" `],
  ])("never prints %s", (_name, content) => {
    write(content);
    const faults = faultsOf().join("\n");
    expect(faults).not.toBe("");
    expect(faults).not.toContain(secret);
  });

  it("refuses a named file that is not there", () => {
    expect(() => readConfig({ folder, environment: {}, file: "other.json" })).toThrow(/cannot be read/);
  });
});
