/** Environment variables that stand in for settings of the file; a variable wins over the file. */

export interface EnvironmentVariable {
  readonly name: string;
  readonly path: readonly [string, ...string[]];
  readonly says: string;
}

export const environmentVariables: readonly EnvironmentVariable[] = [
  { name: "QUOTA_PANEL_TENANT_ID", path: ["tenantId"], says: "id of the tenant" },
  { name: "QUOTA_PANEL_TENANT_NAME", path: ["tenantName"], says: "name of the tenant as shown in the panel" },
  { name: "QUOTA_PANEL_CLIENT_ID", path: ["identity", "clientId"], says: "id of the app registration" },
  { name: "QUOTA_PANEL_CLIENT_SECRET", path: ["identity", "clientSecret"], says: "its secret" },
  { name: "QUOTA_PANEL_CLIENT_SECRET_FILE", path: ["identity", "clientSecretFile"], says: "a file with its secret" },
  {
    name: "QUOTA_PANEL_CERTIFICATE_PATH",
    path: ["identity", "certificate", "path"],
    says: "a PEM file with certificate and private key, instead of a secret",
  },
  { name: "QUOTA_PANEL_HOME_URL", path: ["home", "url"], says: "the environment that holds the product's tables" },
  { name: "QUOTA_PANEL_SCHEDULE", path: ["schedule", "cron"], says: "when to refresh" },
  { name: "QUOTA_PANEL_TIME_ZONE", path: ["schedule", "timeZone"], says: "time zone of the schedule" },
];

type Tree = Readonly<Record<string, unknown>>;

export const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const placed = (tree: Tree, path: readonly string[], value: string): Tree => {
  const [head, ...rest] = path;
  if (head === undefined) return tree;
  const below = tree[head];
  return { ...tree, [head]: rest.length === 0 ? value : placed(isTree(below) ? below : {}, rest, value) };
};

const credentialKeys = ["clientSecret", "clientSecretFile", "certificate"];

/** A credential of the environment replaces the one of the file, so that a machine can bring its own. */
const withoutFileCredential = (tree: Tree, given: readonly EnvironmentVariable[]): Tree => {
  const { identity } = tree;
  const brings = given.some(({ path }) => path[0] === "identity" && credentialKeys.includes(path[1] ?? ""));
  if (!brings || !isTree(identity)) return tree;
  const kept = Object.entries(identity).filter(([key]) => !credentialKeys.includes(key));
  return { ...tree, identity: Object.fromEntries(kept) };
};

export interface Overlaid {
  readonly tree: Tree;
  /** Names of the variables that were used. */
  readonly used: ReadonlySet<string>;
}

/** The file's settings with the environment variables laid over them. An empty variable counts as not set. */
export const overlay = (file: Tree, environment: Readonly<Record<string, string | undefined>>): Overlaid => {
  const given = environmentVariables.filter(({ name }) => (environment[name] ?? "") !== "");
  const tree = given.reduce(
    (below, { name, path }) => placed(below, path, environment[name] ?? ""),
    withoutFileCredential(file, given),
  );
  return { tree, used: new Set(given.map(({ name }) => name)) };
};
