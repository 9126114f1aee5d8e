/** Signs the product in as an application: secret, certificate or assertion, through msal-node and our own transport. */
import {
  AuthError,
  ConfidentialClientApplication,
  type Configuration,
  type INetworkModule,
  type NetworkRequestOptions,
  type NodeAuthOptions,
} from "@azure/msal-node";
import * as v from "valibot";
import { SourceError } from "../../app/errors";
import type { AccessToken, Credential } from "../http/credential";
import { cancelled, ShapeError, statusError } from "../http/errors";
import { createPipeline } from "../http/pipeline";
import type { HttpResponse, Send } from "../http/send";
import { clouds } from "../http/clouds";
import { keepTokens } from "./keepTokens";
import { readCertificate, requireInForce, type CertificateOptions, type ClientCertificate } from "./certificate";
import { signInError } from "./signInErrors";

interface CommonOptions {
  readonly tenantId: string;
  readonly clientId: string;
  readonly transport: Send;
  /** Production host of the cloud; the public cloud by default. */
  readonly authorityHost?: string;
  readonly now?: () => Date;
}

/** A token of somebody whom the app registration trusts; asked for anew with every token. Rejects with `SourceError`. */
export type Assertion = (signal: AbortSignal) => Promise<string>;

export type CredentialOptions = CommonOptions &
  ({ readonly secret: string } | CertificateOptions | { readonly assertion: Assertion });

/**
 * A wrong certificate throws here, a wrong secret with the first token. No error holds the secret, the key or a token.
 * MSAL would keep tokens too, but looks through all of them at every turn, which a tenant with thousands of environments,
 * each a service of its own, would feel; so each question goes to a fresh application with a network of its own.
 */
export function createCredential(options: CredentialOptions): Credential {
  const now = options.now ?? (() => new Date());
  const certificate = "certificate" in options ? readCertificate(options) : undefined;
  const auth = authOptions(options, certificate);
  const send = createPipeline({ transport: options.transport });
  const ask = async (scope: string, signal: AbortSignal): Promise<AccessToken> => {
    if (certificate) requireInForce(certificate, now());
    const asker: Asker = { signal };
    const system = { networkClient: networkClient(send, asker), disableInternalRetries: true };
    const assertion = "assertion" in options ? { clientAssertion: await options.assertion(signal) } : {};
    return acquire({ auth: { ...auth, ...assertion }, system }, scope, asker);
  };
  return keepTokens(ask, now);
}

/** MSAL knows these and asks nobody; any other host is asked for its own description. */
const knownHosts: ReadonlySet<string> = new Set(Object.values(clouds).map(({ login }) => login));

function authOptions(options: CredentialOptions, certificate: ClientCertificate | undefined): NodeAuthOptions {
  const { tenantId, clientId, authorityHost = clouds.public.login } = options;
  const known = knownHosts.has(authorityHost) ? {} : { knownAuthorities: [authorityHost] };
  const auth = { clientId, authority: `https://${authorityHost}/${tenantId}`, ...known };
  if (certificate) {
    const { thumbprintSha256, privateKey, x5c } = certificate;
    return { ...auth, clientCertificate: { thumbprintSha256, privateKey, x5c } };
  }
  return "secret" in options ? { ...auth, clientSecret: options.secret } : auth;
}

/** Whose request it is. MSAL hands on no signal and hides what its network threw, so its network knows both. */
interface Asker {
  readonly signal: AbortSignal;
  failure?: SourceError;
}

async function acquire(configuration: Configuration, scope: string, asker: Asker): Promise<AccessToken> {
  try {
    const application = new ConfidentialClientApplication(configuration);
    const result = await application.acquireTokenByClientCredential({ scopes: [scope] });
    if (!result?.expiresOn) throw signInError("", scope);
    return { token: result.accessToken, expiresAt: result.expiresOn.getTime() };
  } catch (error) {
    if (asker.signal.aborted) throw cancelled(`Sign-in for ${new URL(scope).host}`);
    if (asker.failure) throw asker.failure;
    if (!(error instanceof AuthError)) throw error;
    throw signInError(`${error.errorCode} ${error.errorMessage}`, scope);
  }
}

const tokenAnswer = v.record(v.string(), v.unknown());

function networkClient(send: Send, asker: Asker): INetworkModule {
  const exchange = async (method: "GET" | "POST", url: string, options: NetworkRequestOptions = {}) => {
    const { headers = {}, body } = options;
    try {
      const request = { method, url, headers, signal: asker.signal, ...(body === undefined ? {} : { body }) };
      return entraAnswer(await send(request));
    } catch (error) {
      if (error instanceof SourceError) asker.failure = error;
      throw error;
    }
  };
  return {
    // MSAL names the shape that it expects and checks the fields itself.
    sendGetRequestAsync: async <T>(url: string, options?: NetworkRequestOptions) =>
      typed<T>(await exchange("GET", url, options)),
    sendPostRequestAsync: async <T>(url: string, options?: NetworkRequestOptions) =>
      typed<T>(await exchange("POST", url, options)),
  };
}

function entraAnswer(response: HttpResponse): Answer<unknown> {
  if (response.status === 429 || response.status >= 500) throw statusError(response, "Sign-in");
  return { status: response.status, headers: { ...response.headers }, body: parsedAnswer(response.body) };
}

interface Answer<T> {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: T;
}

/** The one place where a type is claimed: the interface of MSAL asks for it. */
const typed = <T>(answer: Answer<unknown>): Answer<T> => answer as Answer<T>;

function parsedAnswer(body: string): Record<string, unknown> {
  try {
    return v.parse(tokenAnswer, JSON.parse(body));
  } catch (cause) {
    throw new ShapeError("Sign-in", "", "not an answer of Microsoft Entra", { cause });
  }
}
