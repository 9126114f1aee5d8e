/** Who vouches for the app in a federated credential: the platform by a file, or the machine by its identity. */
import { readFile } from "node:fs/promises";
import { SourceError } from "../../app/errors";
import type { Credential } from "../http/credential";
import type { Assertion } from "./createCredential";

/** Kubernetes replaces the file long before its token ends, so it is read for every assertion. */
export const fileAssertion =
  (path: string): Assertion =>
  async () => {
    const text = await readFile(path, "utf8").catch(() => {
      throw new SourceError(
        "unauthenticated",
        `The file of the federated token (${path}) cannot be read. Check its path and who may read it.`,
      );
    });
    if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text.trim())) return text.trim();
    throw new SourceError(
      "unauthenticated",
      `The file of the federated token (${path}) does not hold a token (JWT). Check that the platform writes it.`,
    );
  };

/** `audience`: the one of the cloud, `api://AzureADTokenExchange` in the public one. */
export const machineAssertion =
  (machine: Credential, audience: string): Assertion =>
  async (signal) =>
    (await machine.token(`${audience}/.default`, signal)).token;
