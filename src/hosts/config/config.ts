/** Settings of the product, read once from a JSON file and environment variables, and checked as a whole. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import * as v from "valibot";
import { defaultSettings, type Settings, type Tenant } from "../../domain";
import { isTree, overlay } from "./environment";
import { faultOf } from "./faults";
import { configSchema, type ConfigFile } from "./schema";

export const defaultConfigFile = "quota-panel.json";

/** How the product signs in: a client secret, or a certificate and its private key as PEM texts. */
export type Identity =
  | { readonly kind: "secret"; readonly clientId: string; readonly clientSecret: string }
  | {
      readonly kind: "certificate";
      readonly clientId: string;
      readonly certificate: string;
      readonly privateKey?: string;
    };

export interface Schedule {
  readonly cron?: string;
  readonly timeZone: string;
  /** Each scheduled run starts up to this many seconds late, so that many installations do not call at once. */
  readonly jitterSeconds: number;
}

/** Settings that an environment variable of the home environment may fill. */
export type OpenSetting = "edition" | "staleAfterHours" | "schedule";

export interface Config {
  readonly tenant: Tenant;
  readonly identity: Identity;
  /** `https://host`, no slash at the end. */
  readonly homeUrl: string;
  readonly settings: Settings;
  /** Absolute paths of CSV files. */
  readonly imports: readonly string[];
  readonly schedule: Schedule;
  /** Most requests under way at one time, over all origins. */
  readonly concurrency: number;
  /** Neither the file nor the process environment nor an option said these; they hold the defaults so far. */
  readonly open: readonly OpenSetting[];
}

/** The settings cannot be used. `faults` lists all of them, one line each, without secrets. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  constructor(
    readonly file: string,
    readonly faults: readonly string[],
  ) {
    super(`${file}: ${faults.join("; ")}`);
  }
}

export interface ConfigOrigin {
  /** From `--config`; a file that is named must exist, the default one need not. */
  readonly file?: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
}

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const readText = (path: string, setting: string, file: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new ConfigError(file, [`${setting}: cannot be read: ${said(error)}`]);
  }
};

/** The parser's own message quotes the text, which may hold a secret; only the place is taken over. */
const whereOf = (error: unknown): string => /line \d+ column \d+/.exec(said(error))?.[0] ?? "";

const parsed = (text: string, file: string): Readonly<Record<string, unknown>> => {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new ConfigError(file, [`the file: is not valid JSON ${whereOf(error)}`.trimEnd()]);
  }
  if (!isTree(value)) throw new ConfigError(file, ["the file: expected a JSON object"]);
  return value;
};

const readFile = (origin: ConfigOrigin, file: string): Readonly<Record<string, unknown>> => {
  if (origin.file === undefined && !existsSync(file)) return {};
  return parsed(readText(file, "the file", file), file);
};

const identityOf = (identity: ConfigFile["identity"], file: string): Identity => {
  const { clientId, clientSecret, clientSecretFile, certificate } = identity;
  const near = (path: string) => resolve(dirname(file), path);
  if (certificate !== undefined) {
    const read = (path: string, name: string) => readText(near(path), `identity.certificate.${name}`, file);
    const { path, privateKeyPath } = certificate;
    const key = privateKeyPath === undefined ? {} : { privateKey: read(privateKeyPath, "privateKeyPath") };
    return { kind: "certificate", clientId, certificate: read(path, "path"), ...key };
  }
  const secret = clientSecret ?? readText(near(clientSecretFile ?? ""), "identity.clientSecretFile", file).trim();
  return { kind: "secret", clientId, clientSecret: secret };
};

const openOf = ({ edition, staleAfterHours, schedule }: ConfigFile): readonly OpenSetting[] => [
  ...(edition === undefined ? (["edition"] as const) : []),
  ...(staleAfterHours === undefined ? (["staleAfterHours"] as const) : []),
  ...(schedule.cron === undefined ? (["schedule"] as const) : []),
];

const configOf = (given: ConfigFile, file: string): Config => {
  const { policy, bindings, overrides, acknowledgements, declared, concurrency } = given;
  const { edition = defaultSettings.edition, staleAfterHours = defaultSettings.staleAfterHours } = given;
  const { cron, ...rest } = given.schedule;
  return {
    tenant: { id: given.tenantId, name: given.tenantName ?? given.tenantId },
    identity: identityOf(given.identity, file),
    homeUrl: new URL(given.home.url).origin,
    settings: {
      ...{ edition, bindings, overrides, acknowledgements, declared, staleAfterHours },
      policy: { ...defaultSettings.policy, ...policy },
    },
    imports: given.imports.map((path) => resolve(dirname(file), path)),
    schedule: cron === undefined ? rest : { cron, ...rest },
    concurrency,
    open: openOf(given),
  };
};

/** Reads and checks everything, or throws a `ConfigError` with every fault. Paths are relative to the file. */
export const readConfig = (origin: ConfigOrigin): Config => {
  const file = resolve(origin.folder, origin.file ?? defaultConfigFile);
  const { tree, used } = overlay(readFile(origin, file), origin.environment);
  const result = v.safeParse(configSchema, tree);
  if (!result.success) {
    throw new ConfigError(file, [...new Set(result.issues.map((issue) => faultOf(issue, used)))]);
  }
  return configOf(result.output, file);
};
