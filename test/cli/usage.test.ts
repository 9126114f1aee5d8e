import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "./program";

describe("quota-panel", () => {
  it("explains itself with examples, exit codes and variables", async () => {
    const { code, stdout } = await run(["--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain('quota-panel sync --schedule "0 */6 * * *" --time-zone Europe/Berlin');
    expect(stdout).toMatch(/Exit codes:\n\s+0 {2}done/);
    expect(stdout).toContain("QUOTA_PANEL_CLIENT_SECRET");
  });

  it.each(["sync", "serve"])("explains %s", async (command) => {
    const { code, stdout } = await run([command, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Examples:");
  });

  it.each([
    ["an unknown command", ["sing"], /unknown command 'sing'/],
    ["an unknown option", ["sync", "--loud"], /unknown option '--loud'/],
    ["a schedule that is none", ["sync", "--schedule", "now and then"], /expected a cron expression/],
    ["a time zone that is none", ["sync", "--schedule", "0 * * * *", "--time-zone", "Mars/Base"], /IANA time zone/],
    ["a time zone without schedule", ["sync", "--time-zone", "Europe/Berlin"], /belong to a schedule/],
    ["one result of a run that stays", ["sync", "--json", "--schedule", "0 * * * *"], /--json prints one result/],
    ["a port that is none", ["serve", "--port", "99999"], /Expected a port/],
  ])("refuses %s", async (_name, args, said) => {
    const { code, stdout, stderr } = await run(args);
    expect(code).toBe(2);
    expect(`${stdout}${stderr}`).toMatch(said);
  });
});

describe("settings", () => {
  const secret = "s3cret~value.of-an-app-registration";
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "settings-"));
    file = join(folder, "five-faults.json");
    const faults = {
      tenantId: "contoso",
      identity: { clientId: "abc", clientSecret: secret },
      home: { url: "http://contoso.example" },
      staleAfterHours: "two days",
      colour: "blue",
    };
    writeFileSync(file, JSON.stringify(faults));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("lists five faults together, each with its path and without the secret", async () => {
    const { code, stdout, stderr } = await run(["sync", "--config", file]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.trim().split("\n").slice(1)).toEqual([
      '  tenantId: expected a GUID, got "contoso"',
      '  identity.clientId: expected a GUID, got "abc"',
      '  home.url: expected the address of a Dataverse environment, such as https://contoso.crm4.dynamics.com, got "http://contoso.example"',
      '  staleAfterHours: expected a whole number from 1 to 8760, got "two days"',
      "  colour: is not a known setting",
    ]);
    expect(stderr).not.toContain(secret);
  });

  it("gives them to a program as one object", async () => {
    const { code, stdout, stderr } = await run(["sync", "--json", "--config", file]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ status: "failed", outcome: "usage", exitCode: 2 });
    expect(stdout).not.toContain(secret);
  });

  it("says what is missing when there is nothing at all", async () => {
    const { code, stderr } = await run(["serve"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/tenantId: is missing/);
  });

  it("refuses a simulated tenant that is not on this machine", async () => {
    const settings = {
      QUOTA_PANEL_TENANT_ID: "11111111-2222-4333-8444-555555555555",
      QUOTA_PANEL_CLIENT_ID: "11111111-2222-4333-8444-555555555555",
      QUOTA_PANEL_CLIENT_SECRET: secret,
      QUOTA_PANEL_HOME_URL: "https://contoso.crm4.dynamics.com",
      QUOTA_PANEL_SIMULATOR: "http://collector.example:80",
    };
    const { code, stderr } = await run(["sync"], settings);
    expect(code).toBe(2);
    expect(stderr).toContain("QUOTA_PANEL_SIMULATOR: expected http://127.0.0.1:PORT");
  });
});
