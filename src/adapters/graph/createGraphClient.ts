/**
 * Microsoft Graph through its own client, with our links in its chain (platform.md 6.3). The client's retry handler is
 * left out: its waits cannot be cancelled. The pipeline behind the last link does the same and obeys the signal.
 */
import {
  AuthenticationHandler,
  Client,
  ResponseType,
  TelemetryHandler,
  type Context,
  type Middleware,
} from "@microsoft/microsoft-graph-client";
import * as v from "valibot";
import { clouds } from "../http/clouds";
import type { Credential } from "../http/credential";
import { endpointName } from "../http/errors";
import { createPipeline, type PipelineOptions } from "../http/pipeline";
import { readJson } from "../http/readJson";
import type { HttpResponse, Send } from "../http/send";

export interface GraphOptions {
  readonly transport: Send;
  readonly credential: Credential;
  /** Production origin of the cloud; the public cloud by default. */
  readonly origin?: string;
  readonly retry?: PipelineOptions["retry"];
}

export interface GraphClient {
  /** Path below the version (`/subscribedSkus`) or a whole link. Rejects with `SourceError`. */
  get<T>(pathOrLink: string, schema: v.GenericSchema<unknown, T>, signal: AbortSignal): Promise<T>;
  url(path: string): string;
}

export function createGraphClient(options: GraphOptions): GraphClient {
  const { credential, origin = clouds.public.graph } = options;
  const url = (path: string) => (path.startsWith("https://") ? path : `${origin}/v1.0${path}`);
  const client = (signal: AbortSignal) =>
    Client.initWithMiddleware({
      baseUrl: origin,
      defaultVersion: "v1.0",
      customHosts: new Set([new URL(origin).hostname]),
      middleware: chain(options, {
        getAccessToken: async () => (await credential.token(`${origin}/.default`, signal)).token,
      }),
    });
  return {
    url,
    get: async (path, schema, signal) => {
      const request = client(signal).api(path).option("signal", signal).responseType(ResponseType.RAW);
      const response: unknown = await request.get();
      return readJson(schema, await plainResponse(response), endpointName("GET", url(path)));
    },
  };
}

const chain = (
  { transport, retry }: GraphOptions,
  access: { readonly getAccessToken: () => Promise<string> },
): Middleware[] => [
  new KeepFailure(),
  new AuthenticationHandler(access),
  new TelemetryHandler(),
  new Transport(createPipeline({ transport, ...(retry ? { retry } : {}) })),
];

/** The client would turn what its links throw into its own error and lose the reason; this carries it past. */
class FailedResponse extends Response {
  constructor(readonly failure: unknown) {
    super(null, { status: 599 });
  }
}

class KeepFailure implements Middleware {
  #next: Middleware | undefined;
  async execute(context: Context): Promise<void> {
    try {
      await this.#next?.execute(context);
    } catch (error) {
      context.response = new FailedResponse(error);
    }
  }
  setNext(next: Middleware): void {
    this.#next = next;
  }
}

class Transport implements Middleware {
  readonly #send: Send;
  constructor(send: Send) {
    this.#send = send;
  }
  async execute(context: Context): Promise<void> {
    const { request: url, options } = v.parse(outgoing, context);
    const answer = await this.#send({ method: "GET", url, ...options });
    const body = bodyless.has(answer.status) ? null : answer.body;
    context.response = new Response(body, { status: answer.status });
  }
}

/** What the client hands to its last link, in the types of browsers; of these forms we use one. */
const outgoing = v.object({
  request: v.string(),
  options: v.object({ headers: v.record(v.string(), v.string()), signal: v.instance(AbortSignal) }),
});

/** `Response` refuses a body for these. */
const bodyless = new Set([204, 205, 304]);

async function plainResponse(response: unknown): Promise<HttpResponse> {
  if (response instanceof FailedResponse) throw response.failure;
  if (!(response instanceof Response)) throw new TypeError("The Graph client gave no answer.");
  return { status: response.status, headers: {}, body: await response.text() };
}
