import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { simulatorRoute } from "../../src/adapters/http/routes";
import { compose, type Composition } from "../../src/hosts/compose";
import type { Config } from "../../src/hosts/config/config";
import { demoConfig } from "../../src/hosts/demo/demoConfig";
import { nextStart } from "../../src/hosts/stay";
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

const ask = async (method: "GET" | "POST", path: string, body?: object): Promise<string> => {
  const url = `${composition.home.url}/api/data/v9.2/${path}`;
  const headers = { accept: "application/json", "content-type": "application/json" };
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  return (await composition.home.send({ method, url, headers, signal, ...text })).body;
};

const give = async (schemaName: string, value: string): Promise<void> => {
  const found = await ask(
    "GET",
    `environmentvariabledefinitions?$select=schemaname&$filter=schemaname eq '${schemaName}'`,
  );
  const id = /"environmentvariabledefinitionid":"([0-9a-f-]+)"/.exec(found)?.[1] ?? "";
  const bind = { "EnvironmentVariableDefinitionId@odata.bind": `/environmentvariabledefinitions(${id})` };
  await ask("POST", "environmentvariablevalues", { schemaname: schemaName, value, ...bind });
};

it("takes the defaults of the solution where no value is given", async () => {
  expect(
    await compose({ ...config, schedule: { timeZone: "UTC", jitterSeconds: 0 } }, simulatorRoute(tenant.base)).settled(
      signal,
    ),
  ).toEqual(config);
});

it("lets values of the home environment change the schedule and the hours", async () => {
  await give("dqp_StaleAfterHours", "12");
  await give("dqp_Schedule", "30 5 * * *");
  const settled = await composition.settled(signal);
  expect(nextStart(settled.schedule, "2026-11-22T10:00:00.000Z")).toBe("2026-11-23T05:30:00.000Z");
  expect(settled.settings).toEqual({ ...config.settings, staleAfterHours: 12 });
});

it("refuses to go on against the home environment of another tenant", async () => {
  await give("dqp_TenantId", randomUUID());
  await expect(composition.settled(signal)).rejects.toThrow(/dqp_TenantId/);
});

it.each([403, 404])("goes on with the settings when the variables answer %i", async (status) => {
  await give("dqp_StaleAfterHours", "12");
  tenant.knobs.faults.push({ match: "environmentvariablevalues", status });
  expect(await composition.settled(signal)).toEqual(config);
});

it("does not go on without a sign-in", async () => {
  tenant.knobs.faults.push({ match: "environmentvariable", status: 401 });
  await expect(composition.settled(signal)).rejects.toMatchObject({ reason: { code: "unauthenticated" } });
});
