/** The built command as a process, against a simulated tenant. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RunningTenant } from "../../src/simulator/contracts";

export const bundle = fileURLToPath(new URL("../../out/node/quota-panel.mjs", import.meta.url));

export type Environment = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Process {
  readonly ended: Promise<Ended>;
  /** Everything said so far, on both streams. */
  said(): string;
  /** Resolves when a line of either stream matches; rejects when the process ends without one. */
  says(pattern: RegExp): Promise<void>;
  interrupt(): void;
}

/** Settings of the tenant's own app registration, as environment variables. */
export const settingsOf = ({ base, profile, app, homeHost }: RunningTenant): Environment => ({
  QUOTA_PANEL_SIMULATOR: base,
  QUOTA_PANEL_TENANT_ID: profile.tenantId,
  QUOTA_PANEL_CLIENT_ID: app.clientId,
  QUOTA_PANEL_CLIENT_SECRET: app.clientSecret,
  QUOTA_PANEL_HOME_URL: `https://${homeHost}`,
});

const inherited = (): Environment =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || name.startsWith("QUOTA_PANEL_") ? [] : [[name, value]],
    ),
  );

/** Starts `quota-panel ARGS` in an empty folder, so that no settings file is near. */
export const start = (args: readonly string[], environment: Environment = {}): Process => {
  const folder = mkdtempSync(join(tmpdir(), "quota-panel-"));
  const child = spawn(process.execPath, [bundle, ...args], { cwd: folder, env: { ...inherited(), ...environment } });
  let stdout = "";
  let stderr = "";
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
    tell();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
    tell();
  });
  const said = (): string => `${stdout}${stderr}`;
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code) => {
      rmSync(folder, { recursive: true, force: true });
      resolve({ code, stdout, stderr });
    });
  });
  const says = (pattern: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (pattern.test(said())) resolve();
      };
      listeners.add(look);
      void ended.then(() => reject(new Error(`It ended without saying ${String(pattern)}:\n${said()}`)));
      look();
    });
  return { ended, said, says, interrupt: () => void child.kill("SIGINT") };
};

export const run = (args: readonly string[], environment: Environment = {}): Promise<Ended> =>
  start(args, environment).ended;
