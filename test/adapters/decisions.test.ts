/** What people decide in the app's tables counts at the next run, and a row that cannot be used is named. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { simulatorRoute } from "../../src/adapters/http/routes";
import { sync } from "../../src/app/sync";
import type { SyncResult } from "../../src/app/syncContract";
import { defaultSettings, overrideKind, readingChoices, yesNo, type Settings } from "../../src/domain";
import { compose, type Composition } from "../../src/hosts/compose";
import { demoConfig } from "../../src/hosts/demo/demoConfig";
import type { Config } from "../../src/hosts/config/config";
import type { RunningTenant } from "../../src/simulator/contracts";
import { startTenant } from "../../src/simulator/server";

const { signal } = new AbortController();
let tenant: RunningTenant;
let config: Config;
let composition: Composition;

beforeEach(async () => {
  tenant = await startTenant({ profile: "scenario-1" });
  config = demoConfig(tenant);
  composition = compose(config, simulatorRoute(tenant.base));
});
afterEach(() => tenant.close());

const ask = async (method: "GET" | "POST" | "PATCH", path: string, body?: object): Promise<string> => {
  const url = `${composition.home.url}/api/data/v9.2/${path}`;
  const headers = { accept: "application/json", "content-type": "application/json", prefer: "return=representation" };
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await composition.home.send({ method, url, headers, signal, ...text });
  if (answer.status > 299) throw new Error(answer.body);
  return answer.body;
};

const put = (set: string, row: object): Promise<string> =>
  ask("POST", set, { dqp_tenantid: tenant.profile.tenantId, dqp_decidedby: "Adele Vance", ...row });

const run = (settings: Settings = config.settings): Promise<SyncResult> =>
  sync(composition.ports, {
    ...{ tenant: config.tenant, settings, signal, onProgress: () => undefined },
    run: { id: randomUUID(), trigger: "commandLine" },
  });

const at: unknown = expect.stringMatching(/^\d{4}-.*Z$/);
const adele = { by: "Adele Vance", at };

describe("what people decide", () => {
  it("lets a finding be lived with, with reason and day", async () => {
    const [finding] = (await run()).snapshot.findings;
    const acknowledged = { dqp_findingid: finding?.id, dqp_reason: "Ordered.", dqp_until: "2199-12-31" };
    await put("dqp_acknowledgements", acknowledged);
    const { snapshot } = await run();
    expect(snapshot.findings.find(({ id }) => id === finding?.id)?.acknowledged).toEqual({
      ...{ reason: "Ordered.", until: "2199-12-31", ...adele },
    });
  });

  it("says in every kind of override what the catalogue does not", async () => {
    const skuId = randomUUID();
    await put("dqp_overrides", { dqp_kind: overrideKind.sku, dqp_skuid: skuId, dqp_product: "contactCenterVoice" });
    const size = { dqp_kind: overrideKind.packSize, dqp_product: "contactCenterVoice", dqp_meter: "recordRoutes" };
    await put("dqp_overrides", { ...size, dqp_amount: 300 });
    const price = { dqp_kind: overrideKind.price, dqp_product: "contactCenterVoice", dqp_unitprice: 95.1 };
    await put("dqp_overrides", { ...price, dqp_currency: "EUR" });
    const rate = { dqp_kind: overrideKind.conversionRate, dqp_meter: "copilotMessages", dqp_tometer: "recordRoutes" };
    await put("dqp_overrides", { ...rate, dqp_rate: 25 });
    const { settings, faults } = await run();
    expect(faults).toEqual([]);
    const kinds = ["sku", "packSize", "price", "conversionRate"];
    const inOrder = [...settings.overrides].sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
    expect(inOrder).toEqual([
      { kind: "sku", skuId, product: "contactCenterVoice", ...adele },
      { kind: "packSize", product: "contactCenterVoice", meter: "recordRoutes", amount: 300, ...adele },
      { kind: "price", product: "contactCenterVoice", cents: 9510, currency: "EUR", ...adele },
      { kind: "conversionRate", from: "copilotMessages", to: "recordRoutes", rate: 25, ...adele },
    ]);
  });

  it("chooses readings and declares what no interface says", async () => {
    const { basePeopleStacking, customerServiceRoutes } = readingChoices;
    await put("dqp_policies", {
      [basePeopleStacking.column]: basePeopleStacking.values.once,
      [customerServiceRoutes.column]: customerServiceRoutes.values.true,
      ...{ dqp_timezone: "Europe/Berlin", dqp_smsprovider: yesNo.no, dqp_homeregion: "europe" },
      ...{ dqp_omnichannelrenewals: 2, dqp_anniversary: "2027-01-31" },
    });
    const { policy, declared } = (await run()).snapshot;
    expect(policy).toEqual({
      ...defaultSettings.policy,
      ...{ basePeopleStacking: "once", customerServiceRoutes: "true", timeZone: "Europe/Berlin" },
    });
    expect(declared).toEqual({
      ...{ smsProvider: false, homeRegion: "europe", omnichannelRenewals: 2, anniversary: "2027-01-31" },
    });
  });

  it("sets the levels of a meter and binds an entitlement row", async () => {
    await put("dqp_thresholds", { dqp_meter: "recordRoutes", dqp_nearpercent: 1, dqp_criticalpercent: 2 });
    await put("dqp_bindings", { dqp_entitlementid: "row 7", dqp_meter: "unifiedPeople" });
    const { snapshot, settings } = await run();
    const levels = { near: 1, critical: 2, ...adele };
    expect(snapshot.meters.find(({ meter }) => meter === "recordRoutes")).toMatchObject({ threshold: levels });
    expect(snapshot.thresholds).toEqual([{ meter: "recordRoutes", ...levels }]);
    expect(settings.bindings).toContainEqual({ entitlementId: "row 7", meter: "unifiedPeople" });
  });

  it("takes who saved the row for who decided, a row without a tenant for this one, and leaves what is switched off", async () => {
    const row = { dqp_findingid: "overQuota:storageLog", dqp_reason: "Known.", dqp_until: "2199-12-31" };
    await ask("POST", "dqp_acknowledgements", row);
    const made = await ask("POST", "dqp_acknowledgements", { ...row, dqp_findingid: "overQuota:storageFile" });
    await put("dqp_acknowledgements", { ...row, dqp_tenantid: randomUUID() });
    const id = /"dqp_acknowledgementid":"([^"]+)"/.exec(made)?.[1] ?? "";
    await ask("PATCH", `dqp_acknowledgements(${id})`, { statecode: 1, statuscode: 2 });
    const { acknowledgements } = (await run()).settings;
    expect(acknowledgements).toEqual([
      { findingId: "overQuota:storageLog", reason: "Known.", until: "2199-12-31", by: `# ${tenant.app.clientId}`, at },
    ]);
  });
});

describe("a settings file", () => {
  it("is nearer to the run: its answers stand, and of lists its entries come last", async () => {
    const { tenantDefault, interactionMeter } = readingChoices;
    await put("dqp_policies", {
      [tenantDefault.column]: tenantDefault.values.sum,
      [interactionMeter.column]: interactionMeter.values.all,
      dqp_homeregion: "asia",
    });
    await put("dqp_bindings", { dqp_entitlementid: "row 7", dqp_meter: "unifiedPeople" });
    await put("dqp_thresholds", { dqp_meter: "cases", dqp_nearpercent: 10, dqp_criticalpercent: 20 });
    const ownPolicy = { tenantDefault: "max" } as const;
    composition = compose({ ...config, ownPolicy }, simulatorRoute(tenant.base));
    const own = { meter: "cases", near: 50, critical: 60, by: "file", at: "2026-11-01T08:00:00Z" } as const;
    const { settings } = await run({
      ...{ ...defaultSettings, declared: { homeRegion: "europe" }, thresholds: [own] },
      bindings: [{ entitlementId: "row 7", meter: "interactedPeople" }],
    });
    expect(settings.policy).toEqual({ ...defaultSettings.policy, tenantDefault: "max", interactionMeter: "all" });
    expect(settings.declared).toEqual({ homeRegion: "europe" });
    expect(settings.bindings).toEqual([{ entitlementId: "row 7", meter: "interactedPeople" }]);
    expect(settings.thresholds.at(-1)).toEqual(own);
  });
});

describe("a row that cannot be used", () => {
  it("is named with what is wrong, and takes no other with it", async () => {
    await put("dqp_overrides", { dqp_name: "Insights", dqp_kind: overrideKind.sku, dqp_skuid: "x", dqp_product: "no" });
    await put("dqp_overrides", { dqp_name: "Nothing" });
    await put("dqp_thresholds", { dqp_meter: "storageLog", dqp_nearpercent: 90, dqp_criticalpercent: 80 });
    await put("dqp_thresholds", { dqp_meter: "seatsVoice", dqp_nearpercent: 80, dqp_criticalpercent: 90 });
    await put("dqp_policies", { dqp_name: "Ours", dqp_timezone: "Berlin", dqp_multigeo: yesNo.yes });
    const { faults, settings, status } = await run();
    expect([...faults].sort()).toEqual([
      expect.stringMatching(/^Override "Insights": product: expected a product of the catalogue, .*, got "no"$/),
      'Override "Insights": skuId: expected a GUID, got "x"',
      expect.stringMatching(/^Override "Nothing": kind: .*expected one of sku, packSize, price, conversionRate/),
      'Policy "Ours": timeZone: expected an IANA time zone, such as Europe/Berlin, got "Berlin"',
      expect.stringMatching(/^Threshold "seatsVoice": meter: expected one of .*, got "seatsVoice"$/),
      'Threshold "storageLog": critical: expected not less than near',
    ]);
    expect([status, settings.declared]).toEqual(["partial", { multiGeo: true }]);
    expect(await ask("GET", "dqp_runs?$select=dqp_message")).toContain("Europe/Berlin");
  });

  it.each([403, 404])("says when the tables answer %i, and goes on with the settings", async (status) => {
    await put("dqp_policies", { dqp_multigeo: yesNo.yes });
    tenant.knobs.faults.push({ match: "dqp_policies", status });
    const result = await run();
    expect(result.faults).toEqual([expect.stringMatching(/^Decisions were not read\. /)]);
    expect([result.status, result.settings]).toEqual(["partial", config.settings]);
  });
});
