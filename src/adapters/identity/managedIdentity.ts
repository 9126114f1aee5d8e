/**
 * Tokens of a managed identity: from the metadata service of a virtual machine (IMDS) or from App Service
 * (learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token and
 * learn.microsoft.com/azure/app-service/overview-managed-identity). MSAL has a client for these too, but keeps its
 * network, endpoint and tokens once for the whole process, so that nothing could be cancelled or told apart.
 */
import * as v from "valibot";
import { SourceError } from "../../app/errors";
import type { AccessToken, Credential } from "../http/credential";
import { serviceMessage, statusError } from "../http/errors";
import { createPipeline } from "../http/pipeline";
import { readJson } from "../http/readJson";
import type { HttpResponse, Send } from "../http/send";
import type { MachineIdentity } from "./identity";
import { keepTokens } from "./keepTokens";

export interface ManagedIdentityOptions {
  readonly machine: MachineIdentity;
  readonly transport: Send;
  readonly now?: () => Date;
}

const imds = "http://169.254.169.254/metadata/identity/oauth2/token";
/** A machine without the service does not answer at all, so that waiting long would not help. */
const retry = { retries: 3, longestWaitMs: 70_000 };

const answer = v.object({
  access_token: v.pipe(v.string(), v.nonEmpty()),
  /** Seconds since 1970, as text or as a number. */
  expires_on: v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.finite()),
});

/** Rejects with `SourceError`: unauthenticated when the machine has no such identity, unreachable when there is no service. */
export function createManagedIdentity({
  machine,
  transport,
  now = () => new Date(),
}: ManagedIdentityOptions): Credential {
  const send = createPipeline({ transport, retry });
  const ask = async (scope: string, signal: AbortSignal): Promise<AccessToken> => {
    const { url, headers } = question(machine, scope.replace(/\/\.default$/, ""));
    const response = await send({ method: "GET", url, headers, signal });
    refuseTrouble(response);
    const { access_token: token, expires_on: end } = readJson(answer, response, "Managed identity");
    return { token, expiresAt: end * 1000 };
  };
  return keepTokens(ask, now);
}

interface Question {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

function question({ clientId, appService }: MachineIdentity, resource: string): Question {
  const url = new URL(appService?.endpoint ?? imds);
  url.searchParams.set("api-version", appService ? "2019-08-01" : "2018-02-01");
  url.searchParams.set("resource", resource);
  if (clientId !== undefined) url.searchParams.set("client_id", clientId);
  return { url: url.href, headers: appService ? { "x-identity-header": appService.header } : { metadata: "true" } };
}

function refuseTrouble(response: HttpResponse): void {
  if (response.status === 200) return;
  if (response.status === 429 || response.status >= 500) throw statusError(response, "Managed identity");
  throw new SourceError(
    "unauthenticated",
    `Managed identity: HTTP ${response.status}${quoted(response)}. Switch the identity on for this machine, or check the client id of the user-assigned one and that it is assigned here.`,
  );
}

const quoted = ({ body }: HttpResponse): string => {
  const said = serviceMessage(body);
  return said === "" ? "" : `, ${said.replace(/\.$/, "")}`;
};
