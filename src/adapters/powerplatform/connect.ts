/** The two services of Power Platform and how to reach them (apis.md sections 3 and 7). */
import type { Credential } from "../http/credential";
import { createPipeline, type PipelineOptions } from "../http/pipeline";
import type { Send } from "../http/send";

export interface PowerPlatformOptions {
  readonly transport: Send;
  readonly credential: Credential;
  /** Production origins of the cloud; the public cloud by default. */
  readonly origins?: { readonly bap: string; readonly powerPlatform: string };
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

const publicCloud = { bap: "https://api.bap.microsoft.com", powerPlatform: "https://api.powerplatform.com" };

/** Power Apps issues the tokens of the older service, whatever its own host is. */
const bapScope = "https://service.powerapps.com/.default";

export const powerPlatformApiVersion = "2024-10-01";

export function connect({ transport, credential, origins = publicCloud, retry }: PowerPlatformOptions): PowerPlatform {
  const service = (origin: string, scope: string): Service => ({
    origin,
    send: createPipeline({ transport, access: { credential, scope }, ...(retry ? { retry } : {}) }),
  });
  return {
    bap: service(origins.bap, bapScope),
    powerPlatform: service(origins.powerPlatform, `${origins.powerPlatform}/.default`),
  };
}
