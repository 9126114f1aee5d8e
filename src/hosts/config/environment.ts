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
  { name: "QUOTA_PANEL_CERTIFICATE", path: ["identity", "certificate", "pem"], says: "the same as PEM text" },
  {
    name: "QUOTA_PANEL_KEY_VAULT_SECRET",
    path: ["identity", "keyVault", "secret"],
    says: "address of the secret in Azure Key Vault",
  },
  {
    name: "QUOTA_PANEL_KEY_VAULT_CERTIFICATE",
    path: ["identity", "keyVault", "certificate"],
    says: "address of the certificate's secret in Azure Key Vault",
  },
  {
    name: "QUOTA_PANEL_MANAGED_IDENTITY",
    path: ["identity", "managedIdentity"],
    says: "identity of this machine: system or user",
  },
  {
    name: "QUOTA_PANEL_FEDERATED_TOKEN_FILE",
    path: ["identity", "federated", "tokenFile"],
    says: "a file with a token that the app registration trusts",
  },
  { name: "QUOTA_PANEL_CLOUD", path: ["cloud"], says: "public, gcc, gccHigh, dod or china" },
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

/** The ways to sign in as the application; exactly one is used. */
export const credentialKeys = [
  "clientSecret",
  "clientSecretFile",
  "certificate",
  "keyVault",
  "managedIdentity",
  "federated",
] as const;

const isCredential = (key: string | undefined): boolean => credentialKeys.some((one) => one === key);

/** Who reads the vault is no credential, so it stays when a variable names what to read. */
const readerOf = (keyVault: unknown): Tree =>
  isTree(keyVault) && "managedIdentity" in keyVault ? { managedIdentity: keyVault["managedIdentity"] } : {};

/** A credential of the environment replaces the one of the file, so that a machine can bring its own. */
const withoutFileCredential = (tree: Tree, given: readonly EnvironmentVariable[]): Tree => {
  const { identity } = tree;
  const brought = given.flatMap(({ path: [head, key] }) => (head === "identity" && isCredential(key) ? [key] : []));
  if (brought.length === 0 || !isTree(identity)) return tree;
  const kept = Object.fromEntries(Object.entries(identity).filter(([key]) => !isCredential(key)));
  const vault = brought.includes("keyVault") ? { keyVault: readerOf(identity["keyVault"]) } : {};
  return { ...tree, identity: { ...kept, ...vault } };
};

const workloadToken = "AZURE_FEDERATED_TOKEN_FILE";

/** Kubernetes and others name the token's file here; it counts where no other way to sign in is said. */
const withWorkloadToken = (tree: Tree, file: string): Tree => {
  const identity = isTree(tree["identity"]) ? tree["identity"] : {};
  const said = Object.keys(identity).filter(isCredential);
  const isOpen = said.length === 0 || (said.length === 1 && isEmptyTree(identity["federated"]));
  return isOpen ? placed(tree, ["identity", "federated", "tokenFile"], file) : tree;
};

const isEmptyTree = (value: unknown): boolean => isTree(value) && Object.keys(value).length === 0;

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
  const workload = environment[workloadToken] ?? "";
  return {
    tree: workload === "" ? tree : withWorkloadToken(tree, workload),
    used: new Set(given.map(({ name }) => name)),
  };
};
