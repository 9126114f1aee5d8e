import { describe, expect, it } from "vitest";
import { clouds } from "../../adapters/http/clouds";
import { defaultSettings } from "../../domain";
import { ConfigError, type Config } from "./config";
import { overlayVariables } from "./variables";

const config: Config = {
  tenant: { id: "11111111-2222-4333-8444-55555555aaaa", name: "Contoso" },
  identity: { kind: "secret", clientId: "client", clientSecret: "secret" },
  hosts: clouds.public,
  homeUrl: "https://contoso.crm4.dynamics.com",
  settings: { ...defaultSettings, staleAfterHours: 48 },
  ownPolicy: {},
  imports: [],
  schedule: { timeZone: "Europe/Berlin", jitterSeconds: 5 },
  concurrency: 64,
  open: ["edition", "staleAfterHours", "schedule"],
};
const all = { dqp_Schedule: "15 4 * * *", dqp_StaleAfterHours: "12", dqp_Edition: "lg-2026-07" };

const faultsOf = (variables: Readonly<Record<string, string>>, given: Config = config): readonly string[] => {
  try {
    overlayVariables(given, variables);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
};

describe("overlayVariables", () => {
  it("fills what is open and leaves the rest", () => {
    expect(overlayVariables(config, all)).toEqual({
      ...config,
      settings: { ...config.settings, edition: "lg-2026-07", staleAfterHours: 12 },
      schedule: { cron: "15 4 * * *", timeZone: "Europe/Berlin", jitterSeconds: 5 },
    });
  });

  it("changes nothing without variables", () => {
    expect(overlayVariables(config, {})).toEqual(config);
  });

  it("leaves what was said nearer to the run, and does not judge what it does not use", () => {
    const said = { ...config, open: [] };
    expect(overlayVariables(said, { ...all, dqp_Schedule: "nonsense" })).toEqual(said);
  });

  it("names every variable with a wrong value", () => {
    expect(faultsOf({ dqp_Schedule: "every day", dqp_StaleAfterHours: "-3", dqp_Edition: "2019" })).toEqual([
      'dqp_Schedule: expected a cron expression, such as "0 */6 * * *", got "every day"',
      'dqp_StaleAfterHours: expected a whole number from 1 to 8760, got "-3"',
      'dqp_Edition: expected one of seed, lg-2026-07, got "2019"',
    ]);
    expect(faultsOf({ dqp_StaleAfterHours: "two days" })).toHaveLength(1);
  });

  it("refuses the home environment of another tenant, in any case of the letters", () => {
    expect(faultsOf({ dqp_TenantId: config.tenant.id.toUpperCase() })).toEqual([]);
    expect(faultsOf({ dqp_TenantId: "other" }, { ...config, open: [] })).toEqual([
      `dqp_TenantId: is "other", but the settings name ${config.tenant.id}; check home.url`,
    ]);
  });
});
