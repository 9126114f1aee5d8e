/** The identity of the settings with its files read, and what is wrong with those. */
import { accessSync, constants, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { isNear } from "../../adapters/http/exchange";
import type { Identity, MachineIdentity } from "../../adapters/identity/identity";
import { isTree } from "./environment";
import type { IdentityFile } from "./identitySchema";

type Environment = Readonly<Record<string, string | undefined>>;

export interface IdentityOrigin {
  /** Paths count from here. */
  readonly folder: string;
  readonly environment: Environment;
}

type Tree = Readonly<Record<string, unknown>>;

const files = [
  ["identity", "clientSecretFile"],
  ["identity", "certificate", "path"],
  ["identity", "certificate", "privateKeyPath"],
  ["identity", "federated", "tokenFile"],
] as const;

const at = (tree: Tree, path: readonly string[]): unknown =>
  path.reduce<unknown>((below, name) => (isTree(below) ? below[name] : undefined), tree);

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? ` (${error.code})` : "";

/**
 * One line for each file that a setting names and that cannot be read. The name is left out: somebody may have put the
 * secret itself there.
 */
export const unreadableFiles = (tree: Tree, folder: string): readonly string[] =>
  files.flatMap((path) => {
    const named = at(tree, path);
    if (typeof named !== "string" || named === "") return [];
    try {
      accessSync(resolve(folder, named), constants.R_OK);
      return [];
    } catch (error) {
      return [`${path.join(".")}: the file cannot be read${codeOf(error)}`];
    }
  });

const serviceAddress = "IDENTITY_ENDPOINT";
const serviceSecret = "IDENTITY_HEADER";

const asksMachine = (tree: Tree): boolean =>
  [["managedIdentity"], ["keyVault"], ["federated", "managedIdentity"]].some(
    (path) => at(tree, ["identity", ...path]) !== undefined,
  );

const isTrusted = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || (protocol === "http:" && isNear(hostname));
};

/** Whoever answers at this address learns the secret of the machine's identity, so plain HTTP must not leave the machine. */
export const foreignService = (tree: Tree, environment: Environment): readonly string[] => {
  const address = environment[serviceAddress] ?? "";
  const isUsed = address !== "" && (environment[serviceSecret] ?? "") !== "" && asksMachine(tree);
  return isUsed && !isTrusted(address) ? [`${serviceAddress}: expected an address of this machine, or https`] : [];
};

const machineOf = (clientId: string | undefined, environment: Environment): MachineIdentity => {
  const endpoint = environment[serviceAddress] ?? "";
  const header = environment[serviceSecret] ?? "";
  return {
    ...(clientId === undefined ? {} : { clientId }),
    ...(endpoint === "" || header === "" ? {} : { appService: { endpoint, header } }),
  };
};

/** Variables of some systems keep the line breaks of a PEM text as two characters. */
const withBreaks = (pem: string): string => (pem.includes("\n") ? pem : pem.replaceAll("\\n", "\n"));

const userAssigned = (named: string): string | undefined => (named === "system" ? undefined : named);

/** Throws what reading a file throws; `unreadableFiles` has looked at them before. */
export const identityOf = (given: IdentityFile, { folder, environment }: IdentityOrigin): Identity => {
  const { clientId, clientSecret, clientSecretFile, certificate, keyVault, managedIdentity, federated } = given;
  const near = (path: string) => resolve(folder, path);
  const read = (path: string) => readFileSync(near(path), "utf8");
  const machine = (of: string | undefined) => machineOf(of, environment);
  if (certificate !== undefined) {
    const { path, pem, privateKeyPath } = certificate;
    const key = privateKeyPath === undefined ? {} : { privateKey: read(privateKeyPath) };
    return {
      kind: "certificate",
      clientId,
      certificate: pem === undefined ? read(path ?? "") : withBreaks(pem),
      ...key,
    };
  }
  if (keyVault !== undefined) {
    const holds = keyVault.secret === undefined ? "certificate" : "secret";
    const reference = keyVault[holds] ?? "";
    return { kind: "keyVault", clientId, holds, reference, machine: machine(keyVault.managedIdentity) };
  }
  if (managedIdentity !== undefined) {
    return { kind: "managedIdentity", clientId, machine: machine(managedIdentity === "user" ? clientId : undefined) };
  }
  if (federated?.tokenFile !== undefined)
    return { kind: "federatedFile", clientId, tokenFile: near(federated.tokenFile) };
  if (federated !== undefined) {
    return {
      kind: "federatedMachine",
      clientId,
      machine: machine(userAssigned(federated.managedIdentity ?? "system")),
    };
  }
  return { kind: "secret", clientId, clientSecret: clientSecret ?? read(clientSecretFile ?? "").trim() };
};
