/** From the identity of the settings to a credential. */
import { SourceError } from "../../app/errors";
import type { Credential } from "../http/credential";
import type { Cloud } from "../http/clouds";
import type { Send } from "../http/send";
import { fileAssertion, machineAssertion } from "./assertions";
import { createCredential } from "./createCredential";
import type { Identity, MachineIdentity } from "./identity";
import { readVault } from "./keyVault";
import { createManagedIdentity } from "./managedIdentity";

export interface SignInOptions {
  readonly tenantId: string;
  readonly identity: Identity;
  readonly hosts: Pick<Cloud, "login" | "exchange">;
  readonly transport: Send;
  readonly now?: () => Date;
}

/**
 * Throws `SourceError` (unauthenticated) for a certificate that cannot be used; everything else is told with the first
 * token. A Key Vault is read then too, and again after its secret was refused, because it may have been renewed.
 */
export function createSignIn(options: SignInOptions): Credential {
  const { tenantId, identity, hosts, transport, now } = options;
  const clock = now === undefined ? {} : { now };
  const common = { tenantId, clientId: identity.clientId, authorityHost: hosts.login, transport, ...clock };
  const machine = (of: MachineIdentity) => createManagedIdentity({ machine: of, transport, ...clock });
  switch (identity.kind) {
    case "secret":
      return createCredential({ ...common, secret: identity.clientSecret });
    case "certificate": {
      const { certificate, privateKey } = identity;
      return createCredential({ ...common, certificate, ...(privateKey === undefined ? {} : { privateKey }) });
    }
    case "managedIdentity":
      return machine(identity.machine);
    case "federatedFile":
      return createCredential({ ...common, assertion: fileAssertion(identity.tokenFile) });
    case "federatedMachine":
      return createCredential({ ...common, assertion: machineAssertion(machine(identity.machine), hosts.exchange) });
    case "keyVault": {
      const vault = { reference: identity.reference, credential: machine(identity.machine), transport, ...clock };
      const { holds } = identity;
      return renewable(async (signal) => {
        const value = await readVault(vault, signal);
        return createCredential({
          ...common,
          ...(holds === "secret" ? { secret: value } : { certificate: pem(value) }),
        });
      });
    }
  }
}

/** A text that is no PEM would be taken for the path of a file. */
const pem = (value: string): string => {
  if (value.includes("-----BEGIN")) return value;
  throw new SourceError(
    "unauthenticated",
    "Key Vault: the secret holds no certificate in PEM form. Name the secret that belongs to the certificate, made with the content type PEM.",
  );
};

function renewable(make: (signal: AbortSignal) => Promise<Credential>): Credential {
  let made: Promise<Credential> | undefined;
  return {
    token: async (scope, signal) => {
      const current = (made ??= make(signal));
      try {
        return await (await current).token(scope, signal);
      } catch (error) {
        if (made === current && isOver(error)) made = undefined;
        throw error;
      }
    },
  };
}

/** Everything that a new reading may change; a service that refuses the app is not such a thing. */
const isOver = (error: unknown): boolean => error instanceof SourceError && error.reason.code !== "forbidden";
