/** A secret, or a certificate with its key, read from Azure Key Vault (REST API 7.4, `Get Secret`). */
import * as v from "valibot";
import { SourceError } from "../../app/errors";
import type { Credential } from "../http/credential";
import { endpointName, serviceMessage } from "../http/errors";
import { createPipeline } from "../http/pipeline";
import { readJson } from "../http/readJson";
import type { HttpResponse, Send } from "../http/send";

export interface VaultOptions {
  readonly reference: string;
  /** Signs in to the vault; not what is read from it. */
  readonly credential: Credential;
  readonly transport: Send;
  readonly now?: () => Date;
}

const referenceForm =
  /^https:\/\/[a-z][a-z0-9-]{1,22}[a-z0-9]\.([a-z.]+)\/secrets\/[a-z0-9-]{1,127}(?:\/[0-9a-f]{32})?\/?$/i;

/** The suffix of the vault's host (`vault.azure.net`), or `undefined` for a text that is no reference to a secret. */
export const vaultSuffix = (reference: string): string | undefined => referenceForm.exec(reference)?.[1]?.toLowerCase();

const bundle = v.object({
  value: v.string(),
  contentType: v.nullish(v.string()),
  attributes: v.nullish(v.object({ enabled: v.nullish(v.boolean()), exp: v.nullish(v.number()) })),
});

/** Rejects with `SourceError` in words that hold the reference and never the value. */
export async function readVault(options: VaultOptions, signal: AbortSignal): Promise<string> {
  const { reference, credential, transport, now = () => new Date() } = options;
  const { origin, pathname } = new URL(reference);
  const url = `${origin}${pathname.replace(/\/$/, "")}?api-version=7.4`;
  const scope = `https://${vaultSuffix(reference) ?? ""}/.default`;
  const send = createPipeline({ transport, access: { credential, scope } });
  const response = await send({ method: "GET", url, headers: { accept: "application/json" }, signal });
  refuseTrouble(response, reference);
  const { value, contentType, attributes } = readJson(bundle, response, endpointName("GET", url));
  refuseOld(attributes ?? {}, reference, now());
  if (contentType === "application/x-pkcs12") throw refused(reference, pkcs12);
  return value;
}

const pkcs12 =
  "holds a certificate in PKCS #12 form. Make the certificate with the content type PEM (application/x-pem-file) in its policy";

const refused = (reference: string, fault: string): SourceError =>
  new SourceError("unauthenticated", `Key Vault: ${reference} ${fault}.`);

const innerCode = v.object({ error: v.object({ innererror: v.object({ code: v.string() }) }) });

const innerCodeOf = (body: string): string => {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), innerCode), body);
  return read.success ? read.output.error.innererror.code : "";
};

const disabled = "is disabled. Enable it, or name another one";
const advice: Readonly<Record<number, string>> = {
  401: "cannot be read: the vault does not accept the sign-in of the managed identity. Check that the vault belongs to the same tenant",
  403: "cannot be read: the managed identity has no right to it. Give it the role Key Vault Secrets User, or the secret permission Get in the access policy, and let the vault's firewall admit this machine",
  404: "does not exist. Check the name in the setting",
};

/** Trouble that passes is left to the reader of the answer. */
function refuseTrouble({ status, body }: HttpResponse, reference: string): void {
  const known = status === 403 && innerCodeOf(body) === "SecretDisabled" ? disabled : advice[status];
  if (known !== undefined) throw refused(reference, `${known} (HTTP ${status}${codeOf(body)})`);
}

const codeOf = (body: string): string => {
  const inner = innerCodeOf(body);
  const [code = ""] = inner === "" ? serviceMessage(body).split(":") : [inner];
  return code === "" ? "" : ` ${code}`;
};

/** The service hands out what has expired, so its end is looked at here. */
function refuseOld(
  { enabled, exp }: { readonly enabled?: boolean | null | undefined; readonly exp?: number | null | undefined },
  reference: string,
  now: Date,
): void {
  if (enabled === false) throw refused(reference, disabled);
  if (exp == null || now.getTime() < exp * 1000) return;
  throw refused(
    reference,
    `expired on ${new Date(exp * 1000).toISOString().slice(0, 10)}. Put a new version into the vault`,
  );
}
