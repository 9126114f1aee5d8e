/** Which service a host belongs to, and how that service says what goes wrong before an endpoint is reached. */
import { simulatedClouds } from "../clouds";
import { graphError } from "../graph/envelope";
import { flat, nested } from "../powerplatform/envelope";

export type Surface = "login" | "graph" | "bap" | "powerplatform" | "dataverse";

const clouds = Object.values(simulatedClouds);

const fixed: ReadonlyMap<string, Surface> = new Map(
  clouds.flatMap(({ login, graph, bap, powerPlatform }): readonly (readonly [string, Surface])[] => [
    [login, "login"],
    [graph, "graph"],
    [bap, "bap"],
    [powerPlatform, "powerplatform"],
  ]),
);

const identityHost = /^169\.254\.|^[a-z0-9-]+\.vault\.(?:azure\.net|usgovcloudapi\.net|azure\.cn)$/;
const organisationHost = /^[a-z0-9-]+\.crm\d*\.(?:dynamics\.com|microsoftdynamics\.us|appsplatform\.us|dynamics\.cn)$/;

/** `login` stands for everything that only signing in needs. */
export const surfaceOf = (host: string): Surface | undefined => {
  if (identityHost.test(host)) {
    return "login";
  }
  return fixed.get(host) ?? (organisationHost.test(host) ? "dataverse" : undefined);
};

type Trouble = "throttled" | "forbidden" | "serverError";

interface Wording {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const words = (status: number, code: string, message: string): Wording => ({ status, code, message });

/** Dataverse: the codes of its service protection and of a caller without an application user (apis.md section 4). */
const dataverseWords: Readonly<Record<Trouble, Wording>> = {
  throttled: words(
    429,
    "0x80072322",
    "Number of requests exceeded the limit of 6000, measured over time window of 300 seconds.",
  ),
  forbidden: words(403, "0x80072560", "The user is not a member of the organization."),
  serverError: words(500, "0x80040216", "An unexpected error occurred."),
};

const commonWords: Readonly<Record<Trouble, Wording>> = {
  throttled: words(429, "TooManyRequests", "Too many requests. Retry after the time in the header Retry-After."),
  forbidden: words(403, "ForbiddenAccess", "Caller is not an authorized app."),
  serverError: words(500, "InternalServerError", "An unexpected error occurred."),
};

const graphWords: Readonly<Record<Trouble, Wording>> = {
  ...commonWords,
  forbidden: words(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation."),
};

/** Answers in the envelope of the service that the host belongs to. */
export const troubleAt = (surface: Surface, trouble: Trouble, at: Date, requestId: string): Response => {
  if (surface === "graph") {
    const { status, code, message } = graphWords[trouble];
    return graphError(status, code, message, at, requestId);
  }
  const { status, code, message } = (surface === "dataverse" ? dataverseWords : commonWords)[trouble];
  return surface === "powerplatform" ? flat(status, code, message) : nested(status, code, message);
};

const throttleHeaders: Readonly<Partial<Record<Surface, Readonly<Record<string, string>>>>> = {
  graph: {
    "x-ms-throttle-limit-percentage": "1.2",
    "x-ms-throttle-scope": "Tenant_Application/ReadWrite",
    "x-ms-throttle-information": "ResourceUnitLimitExceeded",
  },
  dataverse: {
    "x-ms-ratelimit-burst-remaining-xrm-requests": "0",
    "x-ms-ratelimit-time-remaining-xrm-requests": "1,200.00",
  },
};

export const throttledAt = (surface: Surface, retryAfterSeconds: number, at: Date, requestId: string): Response => {
  const answer = troubleAt(surface, "throttled", at, requestId);
  answer.headers.set("retry-after", String(retryAfterSeconds));
  for (const [name, value] of Object.entries(throttleHeaders[surface] ?? {})) {
    answer.headers.set(name, value);
  }
  return answer;
};
