/** From the trouble of HTTP to the reasons of the domain. What the service said is kept; what opens doors is cut out. */
import { isRestError } from "@azure/core-rest-pipeline";
import * as v from "valibot";
import { SourceError } from "../../app/errors";
import type { ReasonCode } from "../../domain";
import type { HttpRequest, HttpResponse } from "./send";

/** An answer whose shape is not the one we know. `endpoint` and `path` say where. */
export class ShapeError extends SourceError {
  override readonly name: string = "ShapeError";
  constructor(
    readonly endpoint: string,
    readonly path: string,
    fault: string,
    options?: ErrorOptions,
  ) {
    super("shapeChanged", `${endpoint}: ${path === "" ? "the answer" : path}: ${fault}`, options);
  }
}

const codes: Readonly<Record<number, ReasonCode>> = {
  401: "unauthenticated",
  403: "forbidden",
  404: "notFound",
  410: "notFound",
  429: "throttled",
};

/** 400 and the like mean that the service no longer takes the question as we know it (apis.md 3.4, `ApiVersionInvalid`). */
const codeOf = (status: number): ReasonCode => codes[status] ?? (status >= 500 ? "serverError" : "shapeChanged");

export function statusError(response: HttpResponse, endpoint: string): SourceError {
  const said = serviceMessage(response.body);
  return new SourceError(codeOf(response.status), `${endpoint}: HTTP ${response.status}${said ? `, ${said}` : ""}`);
}

/** `error.code/message` of OData, bare `code/message` of Power Platform, `error/error_description` of Entra. */
const fault = v.object({
  code: v.optional(v.string()),
  message: v.optional(v.string()),
  error_description: v.optional(v.string()),
});
const envelope = v.union([
  v.pipe(
    v.object({ error: fault }),
    v.transform(({ error }) => error),
  ),
  fault,
]);

const longestMessage = 400;

/** What the service itself said, in one line; empty when it said nothing that can be read. */
export function serviceMessage(body: string): string {
  const said = v.safeParse(envelope, parsedOrNothing(body));
  if (!said.success) return "";
  const { code, message, error_description } = said.output;
  const words = [code, message ?? error_description].filter((word) => word !== undefined && word !== "");
  return withoutSecrets(words.join(": ").replaceAll(/\s+/g, " ")).slice(0, longestMessage);
}

function parsedOrNothing(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Keys (PEM), tokens (JWT), authorization headers, form fields that hold a secret, and names by which people sign in. */
export const withoutSecrets = (text: string): string =>
  text
    .replaceAll(/-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$)/g, "[removed]")
    .replaceAll(/eyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, "[removed]")
    .replaceAll(/\b(bearer)\s+[\w.~+/=-]{8,}/gi, "$1 [removed]")
    .replaceAll(/\b(client_secret|client_assertion|password|secret)=[^&\s]+/gi, "$1=[removed]")
    .replaceAll(/[^\s@"'(<:]+@(?!odata\.|Microsoft\.)[\w-]+(?:\.[\w-]+)+/g, "[person]");

/** What the pipeline threw, as a reason. Faults of our own are passed on untouched. */
export function sourceErrorOf(error: unknown, { method, url, signal }: HttpRequest): unknown {
  const endpoint = endpointName(method, url);
  if (error instanceof SourceError) return error;
  if (signal.aborted) return cancelled(endpoint);
  if (isRestError(error)) return new SourceError("unreachable", `${endpoint}: ${withoutSecrets(error.message)}`);
  return error;
}

export const cancelled = (endpoint: string): SourceError => new SourceError("cancelled", `${endpoint}: cancelled.`);

/** Method, host and path; queries carry cookies and filters that help nobody. */
export function endpointName(method: string, url: string): string {
  const { host, pathname } = new URL(url);
  return `${method} ${host}${pathname}`;
}
