/** Asks a service one question and gives its answer as it is: its status, and in its own words why it refused. */
import * as v from "valibot";
import type { DoctorPorts, ProbeTarget } from "../../app/doctor/examine";
import type { ProbeAnswer } from "../../app/doctor/diagnosis";
import type { ServiceId } from "../../app/doctor/endpoints";
import { SourceError } from "../../app/errors";
import type { Credential } from "../http/credential";
import { endpointName, serviceMessage } from "../http/errors";
import { createPipeline } from "../http/pipeline";
import type { HttpResponse, Send } from "../http/send";

/** Where a service is and for whom its tokens are. */
export interface ServiceAddress {
  readonly origin: string;
  readonly scope: string;
}

export interface ServiceProbeOptions {
  readonly transport: Send;
  readonly credential: Credential;
  readonly services: Readonly<Record<Exclude<ServiceId, "dataverse">, ServiceAddress>>;
}

/** Nobody waits a minute to hear that something is missing: once more, and soon. */
const retry = { retries: 1, longestWaitMs: 5_000 };

const coded = v.union([
  v.pipe(
    v.object({ error: v.object({ code: v.string() }) }),
    v.transform(({ error }) => error.code),
  ),
  v.pipe(
    v.object({ code: v.string() }),
    v.transform(({ code }) => code),
  ),
]);

const codeIn = (body: string): { readonly code?: string } => {
  const found = v.safeParse(v.pipe(v.string(), v.parseJson(), coded), body);
  return found.success ? { code: found.output.toLowerCase() } : {};
};

const statusAnswer = ({ status, body }: HttpResponse, endpoint: string): ProbeAnswer => {
  const words = serviceMessage(body);
  const said = `${endpoint}: HTTP ${status}${words === "" ? "" : `, ${words}`}`;
  return { kind: "status", status, said, ...codeIn(body) };
};

/** What may end an examination early: a cancelled one, and a fault of our own. */
const reasonOf = (error: unknown, signal: AbortSignal) => {
  if (!(error instanceof SourceError) || signal.aborted) throw error;
  return error.reason;
};

export function serviceProbe(options: ServiceProbeOptions): Pick<DoctorPorts, "signIn" | "probe"> {
  const { transport, credential, services } = options;
  const send = createPipeline({ transport, retry });
  const addressOf = ({ service, origin = "" }: Pick<ProbeTarget, "service" | "origin">): ServiceAddress =>
    service === "dataverse" ? { origin, scope: `${origin}/.default` } : services[service];
  const ask = async (url: string, token: string, signal: AbortSignal): Promise<ProbeAnswer> => {
    const headers = { accept: "application/json", authorization: `Bearer ${token}` };
    try {
      return statusAnswer(await send({ method: "GET", url, headers, signal }), endpointName("GET", url));
    } catch (error) {
      return { kind: "noAnswer", reason: reasonOf(error, signal) };
    }
  };
  const tokenFor = async (scope: string, signal: AbortSignal): Promise<string | ProbeAnswer> => {
    try {
      return (await credential.token(scope, signal)).token;
    } catch (error) {
      return { kind: "noToken", reason: reasonOf(error, signal) };
    }
  };
  return {
    signIn: async (service, signal) => {
      const token = await tokenFor(addressOf({ service }).scope, signal);
      return typeof token === "string" ? undefined : token;
    },
    probe: async (target, signal) => {
      const { origin, scope } = addressOf(target);
      const token = await tokenFor(scope, signal);
      return typeof token === "string" ? ask(`${origin}${target.path}`, token, signal) : token;
    },
  };
}
