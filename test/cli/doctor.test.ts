import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { afterEach, describe, expect, it } from "vitest";
import type { RunningTenant } from "../../src/simulator/contracts";
import { startTenant, type TenantOptions } from "../../src/simulator/server";
import { run, settingsOf, type Ended } from "./program";

let tenant: RunningTenant;
const folders: string[] = [];

afterEach(async () => {
  await tenant.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const doctor = async (
  options: Partial<TenantOptions> = {},
  args: readonly string[] = [],
  faults: RunningTenant["knobs"]["faults"] = [],
): Promise<Ended> => {
  tenant = await startTenant({ profile: "scenario-1", ...options });
  tenant.knobs.faults.push(...faults);
  return run(["doctor", ...args], settingsOf(tenant));
};

const optionalText = v.optional(v.string());
const report = v.object({
  outcome: v.string(),
  exitCode: v.number(),
  signIns: v.array(v.object({ service: v.string(), state: v.string(), said: optionalText })),
  calls: v.array(
    v.object({
      id: v.string(),
      state: v.string(),
      said: optionalText,
      permission: optionalText,
      environment: v.optional(v.object({ name: v.string() })),
    }),
  ),
  environments: v.optional(v.object({ total: v.number(), probed: v.number(), withoutDataverse: v.number() })),
  missing: v.array(
    v.object({ step: v.string(), permissions: v.array(v.string()), commands: v.array(v.string()), portal: v.string() }),
  ),
  script: optionalText,
});

const read = ({ stdout }: Ended) => v.parse(report, JSON.parse(stdout));
const notAnswering = (found: v.InferOutput<typeof report>) =>
  found.calls
    .filter(({ state }) => state !== "answers")
    .map(({ id, state, permission }) => ({ id, state, permission }));

const inDataverse = (code: string, message: string): string => JSON.stringify({ error: { code, message } });

describe("doctor", () => {
  it("says that nothing is missing, and leaves with 0", async () => {
    const { code, stdout, stderr } = await doctor();
    expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/answers +Microsoft Graph +GET \/v1\.0\/subscribedSkus/);
    expect(stdout).toMatch(/Environments: 2, 2 probed, 0 without Dataverse\.\n\nNothing is missing\./);
  });

  it("tells a wrong secret from a missing permission, without printing it", async () => {
    tenant = await startTenant({ profile: "scenario-1" });
    const wrong = "not-the-secret~of-this-app";
    const settings = { ...settingsOf(tenant), QUOTA_PANEL_CLIENT_SECRET: wrong };
    const ended = await run(["doctor", "--json", "--fix"], settings);
    expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 3, stderr: "" });
    expect(ended.stdout).not.toContain(wrong);
    const { outcome, signIns, calls, missing } = read(ended);
    expect(outcome).toBe("signIn");
    expect(signIns.map(({ state }) => state)).toEqual(["signIn", "signIn", "signIn", "signIn"]);
    expect(signIns[0]?.said).toMatch(/The client secret is wrong\..*AADSTS7000215/);
    expect(new Set(calls.map(({ state }) => state))).toEqual(new Set(["signIn", "notAsked"]));
    expect(missing.map(({ step }) => step)).toEqual(["credential"]);
  });

  it("names the application permissions that nobody consented to", async () => {
    const ended = await doctor({ app: { roles: ["LicenseAssignment.Read.All"] } }, ["--json"]);
    expect(ended.code).toBe(9);
    const found = read(ended);
    expect(notAnswering(found)).toEqual([
      { id: "graph.subscriptions", state: "refused", permission: "Organization.Read.All" },
      { id: "graph.organization", state: "refused", permission: "Organization.Read.All" },
      { id: "graph.users", state: "refused", permission: "User.Read.All" },
    ]);
    expect(found.missing).toMatchObject([
      { step: "graphConsent", permissions: ["Organization.Read.All", "User.Read.All"] },
    ]);
    expect(found.missing[0]?.portal).toContain(
      "Application permissions: Organization.Read.All, User.Read.All; then Grant admin consent",
    );
  });

  it("gives the command of the management app, which opens the Power Platform API too", async () => {
    const ended = await doctor({ app: { managementApp: false } }, ["--json"]);
    expect(ended.code).toBe(9);
    const { environments, missing, calls } = read(ended);
    expect(environments).toBeUndefined();
    expect(missing.map(({ step, commands }) => ({ step, commands }))).toEqual([
      { step: "managementApp", commands: [`New-PowerAppManagementApp -ApplicationId ${tenant.app.clientId}`] },
    ]);
    const stateOf = (id: string) => calls.find((call) => call.id === id)?.state;
    expect(stateOf("powerplatform.environments")).toBe("refused");
    expect(stateOf("dataverse.solutions")).toBe("notAsked");
    expect(stateOf("home.dqp_panels")).toBe("answers");
  });

  it("gives the RBAC role where the Power Platform API alone refuses", async () => {
    const refusing = [{ match: "^api\\.powerplatform\\.com/licensing/tenantCapacity$", kind: "forbidden" as const }];
    const ended = await doctor({}, ["--json"], refusing);
    expect(ended.code).toBe(9);
    const [remedy, ...others] = read(ended).missing;
    expect(others).toEqual([]);
    expect(remedy).toMatchObject({ step: "powerPlatformReader" });
    expect(remedy?.commands[0]).toContain(`Get-AzADServicePrincipal -ApplicationId ${tenant.app.clientId}`);
    expect(remedy?.commands[0]).toContain(`scope = '/tenants/${tenant.profile.tenantId}'`);
  });

  it("tells apart environments that refuse, fail, are not ready and have no Dataverse", async () => {
    const { code, stdout } = await doctor({ profile: "contoso" }, ["--environments", "all"]);
    const refusing = tenant.profile.environments.find(({ fault }) => fault === "forbidden");
    const failing = tenant.profile.environments.find(({ fault }) => fault === "serverError");
    const disabled = tenant.profile.environments.find(({ state }) => state === "Disabled");
    expect(code).toBe(9);
    expect(stdout).toMatch(
      new RegExp(`REFUSED +Dataverse +GET /api/data/v9\\.2/solutions +in 1 of 10: ${refusing?.name}\\n`),
    );
    expect(stdout).toContain("prvReadSolution is missing.\n    The app is not an application user there.");
    expect(stdout).toMatch(new RegExp(`NO ANSWER +Dataverse .* in 1 of 10: ${failing?.name}\\n`));
    expect(stdout).toMatch(/Environments: 12, 10 probed, 1 without Dataverse\.\n/);
    expect(stdout).toContain(`Not ready, so nobody can read them now: ${disabled?.name}.`);
    expect(stdout).toContain(`pac admin assign-user --environment ${refusing?.id} --user ${tenant.app.clientId}`);
  });

  it("probes a few environments unless told otherwise", async () => {
    const few = read(await doctor({ profile: "contoso" }, ["--json"]));
    expect(few.environments).toMatchObject({ total: 12, probed: 3 });
    const none = read(await run(["doctor", "--json", "--environments", "0"], settingsOf(tenant)));
    expect(none.environments).toMatchObject({ total: 12, probed: 0 });
    expect(none.calls.filter(({ state }) => state !== "answers").map(({ state }) => state)).toEqual([
      "notAsked",
      "notAsked",
      "notAsked",
    ]);
  });

  it("says that there is no environment to probe", async () => {
    const none = [{ match: "scopes/admin/environments$", status: 200, body: '{"value":[]}' }];
    const ended = await doctor({}, ["--json"], none);
    const { environments, calls } = read(ended);
    expect({ code: ended.code, environments }).toEqual({
      code: 0,
      environments: { total: 0, probed: 0, withoutDataverse: 0 },
    });
    expect(calls.find(({ id }) => id === "dataverse.solutions")).toMatchObject({
      state: "notAsked",
      said: "No environment is ready and has Dataverse.",
    });
  });

  it("says that the solution is not installed at home, and that its role comes after it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "no-solution-"));
    folders.push(folder);
    mkdirSync(join(folder, "Entities"));
    const ended = await doctor({ solution: folder }, ["--json"]);
    expect(ended.code).toBe(9);
    const { calls, missing } = read(ended);
    expect(calls.find(({ id }) => id === "home.dqp_panels")).toMatchObject({
      state: "missing",
      said: "The table is not there: the solution is not installed.",
    });
    expect(missing.map(({ step }) => step)).toEqual(["solution", "quotaSync"]);
  });

  it("names the privilege that the role at home lacks", async () => {
    const message =
      "Principal user (Id=00000000-0000-0000-0000-000000000001) is missing prvReaddqp_panel privilege on OTC=10001.";
    const body = inDataverse("0x80040220", message);
    const ended = await doctor({}, ["--json"], [{ match: "/dqp_panels$", status: 403, body }]);
    expect(ended.code).toBe(9);
    const { calls, missing } = read(ended);
    expect(calls.find(({ id }) => id === "home.dqp_panels")).toMatchObject({
      state: "refused",
      said: "The roles of the application user do not have the privilege. (prvReaddqp_panel)",
      permission: "role Quota Sync",
    });
    expect(missing).toMatchObject([
      {
        step: "quotaSync",
        commands: [
          `pac admin assign-user --environment https://${tenant.homeHost} --user ${tenant.app.clientId} --role 'Quota Sync' --application-user`,
        ],
      },
    ]);
  });

  it("says that a service cannot be reached, and that nothing is to be granted for it", async () => {
    const { code, stdout } = await doctor({}, [], [{ match: "^graph\\.microsoft\\.com/", kind: "unreachable" }]);
    expect(code).toBe(9);
    expect(stdout).toMatch(/NO ANSWER +Microsoft Graph +GET \/v1\.0\/subscribedSkus\n +.*connection failed/);
    expect(stdout).toContain("Nothing is to be granted.");
  });

  it("prints a script alone on standard output, without a secret, and the table beside it", async () => {
    const { code, stdout, stderr } = await doctor({ app: { roles: [], managementApp: false } }, ["--fix"]);
    expect(code).toBe(9);
    expect(stdout).toContain(
      "foreach ($permission in @('LicenseAssignment.Read.All', 'Organization.Read.All', 'User.Read.All')) {",
    );
    expect(stdout).toContain("\nNew-PowerAppManagementApp -ApplicationId $clientId\n");
    expect(stdout).not.toContain("REFUSED");
    expect(stderr).toContain("REFUSED");
    expect(stdout + stderr).not.toContain(tenant.app.clientSecret);
  });

  it("refuses a number of environments that is none", async () => {
    const { code, stderr } = await doctor({}, ["--environments", "some"]);
    expect(code).toBe(2);
    expect(stderr).toContain("Expected a whole number from 0 to 5000, or all.");
  });
});
