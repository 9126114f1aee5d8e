/** The two services of Power Platform and how to reach them (apis.md sections 3 and 7). */
import { clouds, type CloudHosts } from "../http/clouds";
import type { Credential } from "../http/credential";
import { createPipeline, type PipelineOptions } from "../http/pipeline";
import type { Send } from "../http/send";

export interface PowerPlatformOptions {
  readonly transport: Send;
  readonly credential: Credential;
  /** A person's sign-in, for calls that refuse the application (apis.md 3.4). */
  readonly delegated?: Credential;
  /** Production hosts of the cloud; the public cloud by default. */
  readonly hosts?: Pick<CloudHosts, "bap" | "powerApps" | "powerPlatform">;
  readonly retry?: PipelineOptions["retry"];
}

/** A service: where it is, and how to send to it. */
export interface Service {
  readonly origin: string;
  readonly send: Send;
}

export interface PowerPlatform {
  readonly bap: Service;
  readonly powerPlatform: Service;
}

export const powerPlatformApiVersion = "2024-10-01";

export function connect(options: PowerPlatformOptions): PowerPlatform {
  const { transport, credential, delegated, hosts = clouds.public, retry } = options;
  const through = (signedIn: Credential, audience: string): Send =>
    createPipeline({
      transport,
      access: { credential: signedIn, scope: `${audience}/.default` },
      ...(retry ? { retry } : {}),
    });
  const { bap, powerApps, powerPlatform } = hosts;
  const own = through(credential, powerPlatform);
  const send = delegated === undefined ? own : licensingFor(own, through(delegated, powerPlatform));
  return {
    // Power Apps issues the tokens of the older service, whatever its own host is.
    bap: { origin: bap, send: through(credential, powerApps) },
    powerPlatform: { origin: powerPlatform, send },
  };
}

/**
 * Asks as the person what the application is refused. Whether the licensing routes take an application is nowhere said
 * (apis.md 3.4, S34), so each is asked once as the application first, and goes straight to the person from then on.
 */
function licensingFor(application: Send, person: Send): Send {
  const refusing = new Set<string>();
  return async (request) => {
    const route = licensingRoute(new URL(request.url).pathname);
    if (route === undefined) return application(request);
    if (refusing.has(route)) return person(request);
    const response = await application(request);
    if (response.status !== 403) return response;
    refusing.add(route);
    return person(request);
  };
}

/** The path without the id of an environment; `undefined` outside of licensing. */
const licensingRoute = (path: string): string | undefined =>
  path.startsWith("/licensing/") ? path.replace(/\/environments\/[^/]+/i, "/environments/{id}") : undefined;
