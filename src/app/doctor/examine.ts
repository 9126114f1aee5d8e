/** Asks every service, with the identity of the settings, whether it would answer a run. Reads only, and little. */
import type { Environment } from "../../domain";
import { SourceError } from "../errors";
import { diagnose, faultyStates, type Diagnosis, type ProbeAnswer } from "./diagnosis";
import { endpoints, type Endpoint, type ServiceId } from "./endpoints";

export interface ProbeTarget {
  readonly service: ServiceId;
  /** Address of the environment, for `dataverse` only. */
  readonly origin?: string;
  /** Path and query. */
  readonly path: string;
}

export interface DoctorPorts {
  /** Whether a token can be had: with it, or `noToken`. Rejects on cancel only. */
  signIn(service: ServiceId, signal: AbortSignal): Promise<ProbeAnswer | undefined>;
  /** Signs in and sends one `GET`. Rejects on cancel only. */
  probe(target: ProbeTarget, signal: AbortSignal): Promise<ProbeAnswer>;
  /** As the runs read it; rejects with `SourceError`. */
  environments(signal: AbortSignal): Promise<readonly Environment[]>;
}

export interface ProbedEnvironment {
  readonly id: string;
  readonly name: string;
}

export interface Probe extends Diagnosis {
  readonly endpoint: Endpoint;
  /** Where the call is made for each environment. */
  readonly environment?: ProbedEnvironment;
}

export interface SignIn extends Diagnosis {
  readonly service: ServiceId;
}

export interface EnvironmentCount {
  readonly total: number;
  /** Whose calls were probed. */
  readonly probed: number;
  /** With Dataverse, and disabled or being changed: nobody can read them now. */
  readonly notReady: readonly ProbedEnvironment[];
  readonly withoutDataverse: number;
}

export interface Examination {
  readonly signIns: readonly SignIn[];
  readonly probes: readonly Probe[];
  /** `undefined` when the list could not be read. */
  readonly environments: EnvironmentCount | undefined;
  /** Why the list could not be read. */
  readonly unlisted?: string;
}

export interface ExamineOptions {
  /** How many environments are probed; `all` takes one to two requests for each. */
  readonly environments: number | "all";
  readonly signal: AbortSignal;
}

type Reach = "tenant" | "environment" | "organisation";

/** Whether a call is made once, for each environment, or in each environment that has Dataverse. */
const reachOf = ({ service, path }: Endpoint): Reach => {
  if (service === "dataverse") return "organisation";
  return path.includes("{environment}") ? "environment" : "tenant";
};

const services: readonly ServiceId[] = ["graph", "bap", "powerPlatform", "home"];

const isReady = ({ instanceUrl, ready }: Environment): boolean => instanceUrl !== undefined && ready;

const chosenOf = (all: readonly Environment[], limit: ExamineOptions["environments"]): readonly Environment[] => {
  const ready = all.filter(isReady);
  return limit === "all" ? ready : ready.slice(0, limit);
};

const named = ({ id, name }: Environment): ProbedEnvironment => ({ id, name });

const countOf = (all: readonly Environment[], chosen: readonly Environment[]): EnvironmentCount => ({
  total: all.length,
  probed: chosen.length,
  notReady: all.filter(({ instanceUrl, ready }) => instanceUrl !== undefined && !ready).map(named),
  withoutDataverse: all.filter(({ instanceUrl }) => instanceUrl === undefined).length,
});

interface Listed {
  readonly all: readonly Environment[] | undefined;
  readonly why?: string;
}

const list = async (ports: DoctorPorts, signal: AbortSignal): Promise<Listed> => {
  try {
    return { all: await ports.environments(signal) };
  } catch (error) {
    if (!(error instanceof SourceError) || signal.aborted) throw error;
    return { all: undefined, why: error.message };
  }
};

const targetOf = ({ service, probe }: Endpoint, environment: Environment | undefined): ProbeTarget => {
  const path = probe.replace("{environment}", environment?.id ?? "");
  return service === "dataverse" && environment?.instanceUrl !== undefined
    ? { service, origin: environment.instanceUrl, path }
    : { service, path };
};

const probeOne = async (
  ports: DoctorPorts,
  endpoint: Endpoint,
  { environment, signal }: { readonly environment?: Environment; readonly signal: AbortSignal },
): Promise<Probe> => {
  const answer = await ports.probe(targetOf(endpoint, environment), signal);
  const where = environment === undefined ? {} : { environment: named(environment) };
  return { endpoint, ...where, ...diagnose(endpoint, answer) };
};

const signInTo = async (ports: DoctorPorts, service: ServiceId, signal: AbortSignal): Promise<SignIn> => {
  const answer = await ports.signIn(service, signal);
  const [endpoint] = endpoints.filter((one) => one.service === service);
  return endpoint === undefined || answer === undefined
    ? { service, state: "answers" }
    : { service, ...diagnose(endpoint, answer) };
};

/** A call of each environment that could not be tried for lack of one. */
const untried = (endpoint: Endpoint, said: string): Probe => ({ endpoint, state: "notAsked", said });

const noEnvironment = "No environment is ready and has Dataverse.";
const noList = "The list of environments cannot be read.";
const noneWanted = "No environment was to be probed.";

const whyNone = ({ all }: Listed, { environments }: ExamineOptions): string => {
  if (all === undefined) return noList;
  return environments === 0 ? noneWanted : noEnvironment;
};

/** Rejects with `SourceError` when cancelled; everything else is part of the examination. */
export const examine = async (ports: DoctorPorts, options: ExamineOptions): Promise<Examination> => {
  const { signal } = options;
  const signIns = await Promise.all(services.map((service) => signInTo(ports, service, signal)));
  const once = endpoints.filter((endpoint) => reachOf(endpoint) === "tenant");
  const often = endpoints.filter((endpoint) => reachOf(endpoint) !== "tenant");
  const [first, listed] = await Promise.all([
    Promise.all(once.map((endpoint) => probeOne(ports, endpoint, { signal }))),
    list(ports, signal),
  ]);
  const all = listed.all ?? [];
  const chosen = chosenOf(all, options.environments);
  const each = chosen.flatMap((environment) =>
    often.map((endpoint) => probeOne(ports, endpoint, { environment, signal })),
  );
  const asked = await Promise.all(each);
  const left = chosen.length > 0 ? [] : often.map((endpoint) => untried(endpoint, whyNone(listed, options)));
  return {
    signIns,
    probes: [...first, ...asked, ...left],
    environments: listed.all === undefined ? undefined : countOf(all, chosen),
    ...(listed.why === undefined ? {} : { unlisted: listed.why }),
  };
};

export const isWhole = ({ signIns, probes }: Examination): boolean =>
  [...signIns, ...probes].every(({ state }) => !faultyStates.has(state));
