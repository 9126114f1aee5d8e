/** Settings of the product, read once from a JSON file and environment variables, and checked as a whole. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import * as v from "valibot";
import { defaultSettings, type Policy, type Settings, type Tenant } from "../../domain";
import { clouds, type Cloud } from "../../adapters/http/clouds";
import type { Delegated, Identity } from "../../adapters/identity/identity";
import { isTree, overlay } from "./environment";
import { faultOf } from "./faults";
import { foreignService, identityOf, unreadableFiles } from "./identity";
import { configSchema, type ConfigFile } from "./schema";

export const defaultConfigFile = "quota-panel.json";

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
  /** A person's sign-in for calls that refuse the application; absent where nobody set it up. */
  readonly delegated?: Delegated;
  /** Of the cloud, with those replaced that the settings name. */
  readonly hosts: Cloud;
  /** `https://host`, no slash at the end. */
  readonly homeUrl: string;
  readonly settings: Settings;
  /** The readings that the file itself says; the others are open to the home environment. */
  readonly ownPolicy: Partial<Policy>;
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

const hostsOf = ({ cloud, endpoints }: ConfigFile): Config["hosts"] => {
  const { login, ...origins } = endpoints;
  const named = Object.entries(origins).filter(([, origin]) => origin !== undefined);
  return {
    ...clouds[cloud],
    ...Object.fromEntries(named),
    ...(login === undefined ? {} : { login: new URL(login).host }),
  };
};

const delegatedOf = ({ identity: { delegated } }: ConfigFile, folder: string): Pick<Config, "delegated"> => {
  if (delegated === undefined) return {};
  const { clientId, cacheFile } = delegated;
  return { delegated: { clientId, ...(cacheFile === undefined ? {} : { cacheFile: resolve(folder, cacheFile) }) } };
};

const openOf = ({ edition, staleAfterHours, schedule }: ConfigFile): readonly OpenSetting[] => [
  ...(edition === undefined ? (["edition"] as const) : []),
  ...(staleAfterHours === undefined ? (["staleAfterHours"] as const) : []),
  ...(schedule.cron === undefined ? (["schedule"] as const) : []),
];

const configOf = (given: ConfigFile, file: string, environment: ConfigOrigin["environment"]): Config => {
  const folder = dirname(file);
  const { policy, bindings, overrides, acknowledgements, thresholds, declared, concurrency } = given;
  const { edition = defaultSettings.edition, staleAfterHours = defaultSettings.staleAfterHours } = given;
  const { cron, ...rest } = given.schedule;
  return {
    tenant: { id: given.tenantId, name: given.tenantName ?? given.tenantId },
    identity: identityOf(given.identity, { folder, environment }),
    ...delegatedOf(given, folder),
    hosts: hostsOf(given),
    homeUrl: new URL(given.home.url).origin,
    settings: {
      ...{ edition, bindings, overrides, acknowledgements, thresholds, declared, staleAfterHours },
      policy: { ...defaultSettings.policy, ...policy },
    },
    ownPolicy: policy,
    imports: given.imports.map((path) => resolve(folder, path)),
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
  const unread = unreadableFiles(tree, dirname(file));
  const foreign = foreignService(tree, origin.environment);
  if (!result.success || unread.length + foreign.length > 0) {
    const refused = result.success ? [] : result.issues.map((issue) => faultOf(issue, used));
    throw new ConfigError(file, [...new Set([...refused, ...unread, ...foreign])]);
  }
  return configOf(result.output, file, origin.environment);
};
