/** What `identity` may hold: one way to sign in as the application, and one for a person beside it. */
import * as v from "valibot";
import { vaultSuffix } from "../../adapters/identity/keyVault";
import { guid, text } from "./basic";
import { credentialKeys } from "./environment";

const given = (value: object): readonly string[] =>
  Object.entries(value).flatMap(([name, one]) => (one === undefined ? [] : [name]));

const exactlyOneOf = (names: readonly string[]) => {
  const said = (input: unknown): readonly string[] =>
    typeof input === "object" && input !== null ? given(input).filter((name) => names.includes(name)) : [];
  return {
    holds: (input: unknown): boolean => said(input).length === 1,
    message: ({ input }: v.BaseIssue<unknown>): string =>
      `expected exactly one of ${names.join(", ")}; given: ${said(input).join(", ") || "none"}`,
  };
};

const certificateForm = exactlyOneOf(["path", "pem"]);
const certificate = v.pipe(
  v.strictObject({ path: v.optional(text), privateKeyPath: v.optional(text), pem: v.optional(text) }),
  v.partialCheck([["path"], ["pem"]], certificateForm.holds, certificateForm.message),
);

const referenceMessage = "expected a reference such as https://contoso.vault.azure.net/secrets/quota-panel";
const reference = v.pipe(
  v.string(referenceMessage),
  v.check((value) => vaultSuffix(value) !== undefined, referenceMessage),
);

const vaultForm = exactlyOneOf(["secret", "certificate"]);
const keyVault = v.pipe(
  v.strictObject({
    secret: v.optional(reference),
    certificate: v.optional(reference),
    managedIdentity: v.optional(guid),
  }),
  v.partialCheck([["secret"], ["certificate"]], vaultForm.holds, vaultForm.message),
);

const machineMessage = 'expected "system", or the client id of a user-assigned identity';
const machine = v.union([v.literal("system"), guid], machineMessage);
const federatedForm = exactlyOneOf(["tokenFile", "managedIdentity"]);
const federated = v.pipe(
  v.strictObject({ tokenFile: v.optional(text), managedIdentity: v.optional(machine) }),
  v.partialCheck([["tokenFile"], ["managedIdentity"]], federatedForm.holds, federatedForm.message),
);

const delegated = v.strictObject({
  method: v.literal("deviceCode", 'expected "deviceCode"'),
  clientId: guid,
  cacheFile: v.optional(text),
});

const credentialForm = exactlyOneOf(credentialKeys);

export const identity = v.pipe(
  v.strictObject({
    clientId: guid,
    clientSecret: v.optional(text),
    clientSecretFile: v.optional(text),
    certificate: v.optional(certificate),
    keyVault: v.optional(keyVault),
    managedIdentity: v.optional(v.picklist(["system", "user"], 'expected "system" or "user"')),
    federated: v.optional(federated),
    delegated: v.optional(delegated),
  }),
  // Not a partial check: it would be silent while one of the ways has a fault of its own.
  v.rawCheck(({ dataset: { value }, addIssue }) => {
    if (typeof value === "object" && !credentialForm.holds(value))
      addIssue({ input: value, message: credentialForm.message });
  }),
);

export type IdentityFile = v.InferOutput<typeof identity>;
