/**
 * The road of a request: product name, redacted log, token, tries, and innermost the transport with its queues.
 * Built on the pipeline of the Azure SDK, which brings the token cycle, the waiting and the redaction.
 */
import {
  bearerTokenAuthenticationPolicy,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  logPolicy,
  RestError,
  retryPolicy,
  userAgentPolicy,
  type HttpClient,
  type Pipeline,
  type PipelineRequest,
  type PipelineResponse,
} from "@azure/core-rest-pipeline";
import product from "../../../package.json" with { type: "json" };
import { SourceError } from "../../app/errors";
import type { Credential } from "./credential";
import { sourceErrorOf } from "./errors";
import { withOwnSignal } from "./ownSignal";
import { defaultRetryLimits, retryStrategy, type RetryLimits } from "./retry";
import { watched } from "./watching";
import { NetworkError, type HttpRequest, type HttpResponse, type Send } from "./send";

export interface PipelineOptions {
  /** From `createTransport`. */
  readonly transport: Send;
  /** Adds a bearer token for `scope`; without it requests go out as they are. */
  readonly access?: { readonly credential: Credential; readonly scope: string };
  readonly retry?: Partial<RetryLimits>;
}

/** A `Send` that tries again and rejects with `SourceError` only (cancelled, unreachable, or trouble with signing in). */
export function createPipeline(options: PipelineOptions): Send {
  const pipeline = assemblePipeline(options);
  const sendOwn = async (request: HttpRequest, transport: Send): Promise<HttpResponse> => {
    try {
      return plainResponse(await pipeline.sendRequest(asClient(transport), pipelineRequest(request)));
    } catch (error) {
      throw sourceErrorOf(error, request);
    }
  };
  return (request) =>
    withOwnSignal(request.signal, (signal) =>
      watched(request, options.transport, (transport) => sendOwn({ ...request, signal }, transport)),
    );
}

function assemblePipeline({ access, retry }: PipelineOptions): Pipeline {
  const limits = { ...defaultRetryLimits, ...retry };
  const pipeline = createEmptyPipeline();
  pipeline.addPolicy(userAgentPolicy({ userAgentPrefix: `${product.name}/${product.version}` }));
  pipeline.addPolicy(retryPolicy([retryStrategy(limits)], { maxRetries: limits.retries }), { phase: "Retry" });
  if (access) pipeline.addPolicy(authorise(access), { phase: "Sign" });
  pipeline.addPolicy(logPolicy(), { afterPhase: "Sign" });
  return pipeline;
}

const authorise = ({ credential, scope }: NonNullable<PipelineOptions["access"]>) =>
  bearerTokenAuthenticationPolicy({
    scopes: scope,
    credential: {
      getToken: async (_scopes, options) => {
        const { token, expiresAt } = await credential.token(scope, standardSignal(options?.abortSignal));
        return { token, expiresOnTimestamp: expiresAt };
      },
    },
  });

const pipelineRequest = ({ url, method, headers, body, signal }: HttpRequest): PipelineRequest =>
  createPipelineRequest({
    url,
    method,
    headers: createHttpHeaders(headers),
    abortSignal: signal,
    ...(body === undefined ? {} : { body }),
  });

const plainResponse = ({ status, headers, bodyAsText }: PipelineResponse): HttpResponse => ({
  status,
  headers: headers.toJSON(),
  body: bodyAsText ?? "",
});

/** The SDK knows signals that are not the standard ones; ours always are. */
function standardSignal(signal: unknown): AbortSignal {
  return signal instanceof AbortSignal ? signal : new AbortController().signal;
}

/** Only a `RestError` is tried again by the SDK, so a failed connection becomes one; everything else passes unchanged. */
const asClient = (transport: Send): HttpClient => ({
  sendRequest: async (request) => {
    try {
      const response = await transport(transportRequest(request));
      return {
        request,
        status: response.status,
        headers: createHttpHeaders(response.headers),
        bodyAsText: response.body,
      };
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      throw new RestError(error.message, { code: RestError.REQUEST_SEND_ERROR, request });
    }
  },
});

function transportRequest(request: PipelineRequest): HttpRequest {
  const { url, method, headers, body, abortSignal } = request;
  if (method !== "GET" && method !== "POST" && method !== "PATCH" && method !== "DELETE") {
    throw new SourceError("shapeChanged", `The method ${method} is not in use.`);
  }
  return {
    url,
    method,
    headers: headers.toJSON(),
    signal: standardSignal(abortSignal),
    ...(typeof body === "string" ? { body } : {}),
  };
}
