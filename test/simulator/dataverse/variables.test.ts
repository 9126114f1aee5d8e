import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { loadVariables } from "../../../src/simulator/dataverse";
import { anId, sales, startDataverse, type TestService } from "./startDataverse";

const variables = loadVariables(fileURLToPath(new URL("../../../solution/src", import.meta.url)));
const definitions = "environmentvariabledefinitions?$select=schemaname,defaultvalue&$orderby=schemaname";

let service: TestService | undefined;
afterEach(() => service?.close());

it("the home environment has the variables of the solution, and no other environment", async () => {
  service = await startDataverse({ variables });
  const { call } = service;
  expect((await call(`${definitions}&$filter=startswith(schemaname,'dqp_')`)).at("value")).toMatchObject([
    { environmentvariabledefinitionid: anId, schemaname: "dqp_Edition", defaultvalue: "seed" },
    { schemaname: "dqp_Schedule", defaultvalue: "0 */6 * * *" },
    { schemaname: "dqp_StaleAfterHours", defaultvalue: "48" },
    { schemaname: "dqp_TenantId", defaultvalue: null },
  ]);
  expect((await call(definitions, { host: sales })).at("value")).toEqual([]);
});

it("a value is given, changed and read; a definition is not written", async () => {
  service = await startDataverse({ variables });
  const { call } = service;
  const definition = String((await call(definitions)).at("value", 2, "environmentvariabledefinitionid"));
  const bind = { "EnvironmentVariableDefinitionId@odata.bind": `/environmentvariabledefinitions(${definition})` };
  const made = await call("environmentvariablevalues", { method: "POST", body: { value: "12", ...bind } });
  expect(made.status).toBe(204);
  const values = "environmentvariablevalues?$select=value,_environmentvariabledefinitionid_value";
  const first = await call(values);
  const id = String(first.at("value", 0, "environmentvariablevalueid"));
  await call(`environmentvariablevalues(${id})`, { method: "PATCH", body: { value: "24" } });
  expect((await call(values)).at("value")).toMatchObject([
    { value: "24", _environmentvariabledefinitionid_value: definition },
  ]);
  const written = await call(`environmentvariabledefinitions(${definition})`, { method: "PATCH", body: {} });
  expect(written.status).toBeGreaterThanOrEqual(400);
});
