/** From what a service answered to what it means: answers, refused, missing, no sign-in, not ready, in trouble. */
import type { Reason } from "../../domain";
import type { Endpoint, Need } from "./endpoints";

export type ProbeAnswer =
  | { readonly kind: "status"; readonly status: number; readonly code?: string; readonly said: string }
  /** Nobody was asked, because no token could be had. */
  | { readonly kind: "noToken"; readonly reason: Reason }
  /** No whole answer came. */
  | { readonly kind: "noAnswer"; readonly reason: Reason };

export type ProbeState = "answers" | "refused" | "missing" | "signIn" | "notReady" | "trouble" | "notAsked";

/** The states of which each has something to be done, and which the exit code tells. */
export const faultyStates: ReadonlySet<ProbeState> = new Set(["refused", "missing", "signIn", "trouble"]);

export interface Diagnosis {
  readonly state: ProbeState;
  /** In words for a person: what the service said, or why nobody was asked. */
  readonly said?: string;
  /** What would open the call, where that is a permission. */
  readonly need?: Need;
}

/** Codes of Dataverse (apis.md section 4 and the list of web service error codes). */
const dataverseWords: Readonly<Record<string, string>> = {
  "0x80072560": "The app is not an application user there.",
  "0x80072561": "The application user is disabled.",
  "0x80040220": "The roles of the application user do not have the privilege.",
};
const organisationDisabled = "0x8004a112";

const solution: Need = { step: "solution", permission: "the product's solution" };

const inDataverse = ({ service }: Endpoint): boolean => service === "dataverse" || service === "home";

interface Status {
  readonly status: number;
  readonly code?: string;
  readonly said: string;
}

const refused = (endpoint: Endpoint, { code, said }: Status): Diagnosis => {
  const [need] = endpoint.needs;
  if (!inDataverse(endpoint)) return { state: "refused", said, need };
  if (code === organisationDisabled) return { state: "notReady", said: "The environment is disabled." };
  const words = code === undefined ? undefined : dataverseWords[code];
  const privilege = /\bprv\w+/.exec(said)?.[0];
  const named = words === undefined ? said : `${words}${privilege === undefined ? "" : ` (${privilege})`}`;
  return { state: "refused", said: named, need };
};

const missing = ({ service }: Endpoint, { said }: Status): Diagnosis =>
  service === "home"
    ? { state: "missing", said: "The table is not there: the solution is not installed.", need: solution }
    : { state: "missing", said };

/** 400 is trouble: the service knows the caller and no longer takes the question. */
const byStatus = (endpoint: Endpoint, answer: Status): Diagnosis => {
  const { status, said } = answer;
  if (status >= 200 && status < 300) return { state: "answers" };
  if (status === 401 || status === 403) return refused(endpoint, answer);
  if (status === 404 || status === 410) return missing(endpoint, answer);
  return { state: "trouble", said };
};

const wordsOf = ({ code, detail }: Reason): string => detail ?? code;

/** Without a token because of a credential, of consent, or because Microsoft Entra did not answer. */
const withoutToken = (reason: Reason): Diagnosis => {
  const said = wordsOf(reason);
  if (reason.code === "unauthenticated") {
    return { state: "signIn", said, need: { step: "credential", permission: "a valid credential" } };
  }
  return reason.code === "forbidden" ? { state: "signIn", said } : { state: "trouble", said };
};

export const diagnose = (endpoint: Endpoint, answer: ProbeAnswer): Diagnosis => {
  if (answer.kind === "noToken") return withoutToken(answer.reason);
  if (answer.kind === "noAnswer") return { state: "trouble", said: wordsOf(answer.reason) };
  return byStatus(endpoint, answer);
};
