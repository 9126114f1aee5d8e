/** How the two administration services refuse: BAP nests its error, the Power Platform API does not (apis.md section 3). */
import { Refused } from "../wire/refusal";
import { json } from "../wire/json";

export type Envelope = (status: number, code: string, message: string) => Response;

export const nested: Envelope = (status, code, message) => json({ error: { code, message } }, status);
export const flat: Envelope = (status, code, message) => json({ code, message }, status);

export const refusalIn =
  (envelope: Envelope) =>
  (error: unknown): Response =>
    error instanceof Refused
      ? envelope(error.status, error.code, error.message)
      : envelope(500, "InternalServerError", "An unexpected error occurred.");

/** The query when the version is a supported one and every option is offered; unknown options are never ignored. */
export const queryOf = (url: string, versions: readonly string[], offered: readonly string[]): URLSearchParams => {
  const query = new URL(url).searchParams;
  const version = query.get("api-version");
  if (version === null) {
    throw new Refused(
      400,
      "MissingApiVersionParameter",
      "The api-version query parameter (?api-version=) is required.",
    );
  }
  if (!versions.includes(version)) {
    throw new Refused(
      400,
      "ApiVersionInvalid",
      `The api-version '${version}' is invalid. The supported versions are '${versions.join(",")}'.`,
    );
  }
  const unknown = [...query.keys()].find((name) => name !== "api-version" && !offered.includes(name));
  if (unknown !== undefined) {
    throw new Refused(400, "InvalidQueryOption", `The query option '${unknown}' is not supported.`);
  }
  return query;
};
