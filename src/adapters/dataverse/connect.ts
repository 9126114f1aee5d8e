/** Dataverse of one environment: tokens are issued for its own address. */
import type { Credential } from "../http/credential";
import { createPipeline, type PipelineOptions } from "../http/pipeline";
import type { Send } from "../http/send";

export interface DataverseAccess {
  readonly transport: Send;
  readonly credential: Credential;
  readonly retry?: PipelineOptions["retry"];
}

/** `origin`: address of the environment without a slash at its end. */
export function dataverseSend({ transport, credential, retry }: DataverseAccess, origin: string): Send {
  const access = { credential, scope: `${origin}/.default` };
  return createPipeline({ transport, access, ...(retry ? { retry } : {}) });
}
