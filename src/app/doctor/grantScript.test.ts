import { describe, expect, it } from "vitest";
import { grantScript } from "./grantScript";
import type { Remedy } from "./remedies";
import { steps, type StepId } from "./steps";

const identity = {
  tenantId: "11111111-2222-4333-8444-555555555555",
  clientId: "66666666-7777-4888-8999-000000000000",
  homeUrl: "https://contoso.crm4.dynamics.com",
};

const remedy = (id: StepId, more: Partial<Remedy> = {}): Remedy => {
  const step = steps.find((one) => one.id === id);
  if (step === undefined) throw new Error(`No step ${id}.`);
  return { step, permissions: [], environments: [], unknown: [], ...more };
};

describe("grantScript", () => {
  it("is a comment when nothing is missing", () => {
    expect(grantScript([], identity)).toBe("# Nothing is missing.");
  });

  it("names tools once, asks for what it cannot know, and signs in to pac once", () => {
    const environments = [
      { id: "Default-11111111-2222-4333-8444-555555555555", name: "Contoso (default)" },
      { id: "99999999-2222-4333-8444-555555555555", name: "Sales" },
    ];
    const script = grantScript([remedy("environmentUser", { environments }), remedy("quotaSync")], identity);
    expect(script.split("\n")).toEqual([
      "# Gives the application what `quota-panel doctor` found missing. Read it before you run it.",
      "# Needs: Power Platform CLI (pac)",
      "param(",
      "  [Parameter(Mandatory)] [string] $EnvironmentRole # a role of each environment that reads Solution for the whole organisation",
      ")",
      "$ErrorActionPreference = 'Stop'",
      "$tenantId = '11111111-2222-4333-8444-555555555555'",
      "$clientId = '66666666-7777-4888-8999-000000000000'",
      "",
      "# Application user in each environment with Dataverse",
      "# As: System Administrator of the environment",
      "pac auth create --tenant $tenantId",
      "foreach ($environment in @(",
      "  'Default-11111111-2222-4333-8444-555555555555' # Contoso (default)",
      "  '99999999-2222-4333-8444-555555555555' # Sales",
      ")) {",
      "  pac admin assign-user --environment $environment --user $clientId --role $EnvironmentRole --application-user",
      '  if ($LASTEXITCODE -ne 0) { Write-Warning "Environment $environment was not changed." }',
      "}",
      "",
      "# Application user in the home environment with the role Quota Sync",
      "# As: System Administrator of the home environment",
      "pac admin assign-user --environment 'https://contoso.crm4.dynamics.com' --user $clientId --role 'Quota Sync' --application-user",
      "if ($LASTEXITCODE -ne 0) { throw 'The home environment was not changed.' }",
    ]);
  });

  it("lets no name of an environment become a command", () => {
    const name = "Sales\r\nRemove-Item *\u2028exit\u0085'@";
    const id = "a' ; exit \u2019";
    const script = grantScript([remedy("environmentUser", { environments: [{ id, name }] })], identity);
    expect(script).toContain("\n  'a'' ; exit \u2019\u2019' # Sales Remove-Item * exit '@\n");
  });

  it("gives each step lines of its own", () => {
    const bodies = steps.map(({ id }) => grantScript([remedy(id, { permissions: ["User.Read.All"] })], identity));
    expect(new Set(bodies).size).toBe(steps.length);
  });
});
