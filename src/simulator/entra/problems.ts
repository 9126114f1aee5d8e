/** What Entra ID says when it gives no token: one row a problem, written in the envelope of the token endpoint. */

export interface Problem {
  readonly number: number;
  readonly error: string;
  readonly status: 400 | 401 | 405 | 429;
  readonly text: string;
}

const problem = (status: Problem["status"], number: number, error: string, text: string): Problem => ({
  status,
  number,
  error,
  text,
});

/** A signature that proves nothing, with the reason. */
const unproven = (reason: string, thumbprint: string): Problem =>
  problem(
    401,
    700027,
    "invalid_client",
    `Client assertion failed signature validation. [Reason - ${reason}, Thumbprint of key used by client: '${thumbprint}']`,
  );

export const problems = {
  missingParameter: (name: string) =>
    problem(400, 900144, "invalid_request", `The request body must contain the following parameter: '${name}'.`),
  tenantNotFound: (tenant: string) =>
    problem(
      400,
      90002,
      "invalid_request",
      `Tenant '${tenant}' not found. Check that the tenant ID is correct and that the right cloud is addressed.`,
    ),
  grantNotSupported: (grant: string) =>
    problem(400, 70003, "unsupported_grant_type", `The app requested an unsupported grant type '${grant}'.`),
  appNotFound: (app: string, tenant: string) =>
    problem(
      400,
      700016,
      "unauthorized_client",
      `Application with identifier '${app}' was not found in the directory '${tenant}'.`,
    ),
  noCredential: () =>
    problem(
      401,
      7000218,
      "invalid_client",
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    ),
  wrongSecret: (app: string) =>
    problem(
      401,
      7000215,
      "invalid_client",
      `Invalid client secret provided. Send the secret's value, not its ID, for a secret added to app '${app}'.`,
    ),
  assertionMalformed: () => problem(401, 50027, "invalid_client", "JWT token is invalid or malformed."),
  assertionType: (type: string) =>
    problem(400, 900145, "invalid_request", `The client_assertion_type '${type}' is not supported.`),
  assertionAudience: (audience: string) =>
    problem(401, 700023, "invalid_client", `Client assertion audience claim '${audience}' does not match.`),
  assertionSubject: (app: string) =>
    problem(401, 700021, "invalid_client", `Client assertion application identifier does not match '${app}'.`),
  assertionTime: (now: string, from: string, until: string) =>
    problem(
      401,
      700024,
      "invalid_client",
      `Client assertion is not within its valid time range. Current time: ${now}, valid from ${from}, expiry ${until}.`,
    ),
  federatedIssuer: (issuer: string) =>
    problem(
      401,
      700211,
      "invalid_client",
      `No matching federated identity record found for presented assertion issuer '${issuer}'.`,
    ),
  federatedSubject: (subject: string) =>
    problem(
      401,
      700213,
      "invalid_client",
      `No matching federated identity record found for presented assertion subject '${subject}'.`,
    ),
  federatedAudience: (audience: string) =>
    problem(
      401,
      700212,
      "invalid_client",
      `No matching federated identity record found for presented assertion audience '${audience}'.`,
    ),
  federatedSignature: () => problem(401, 50013, "invalid_client", "Assertion failed signature validation."),
  notPublic: (app: string) =>
    problem(
      401,
      7000218,
      "invalid_client",
      `The request body must contain the following parameter: 'client_assertion' or 'client_secret'. App '${app}' is no public client.`,
    ),
  codePending: () =>
    problem(400, 70016, "authorization_pending", "Authorization is pending. Continue polling for the device code."),
  slowDown: () => problem(400, 70016, "slow_down", "The device code is asked for too often. Wait longer."),
  codeExpired: () => problem(400, 70020, "expired_token", "The device code has expired."),
  codeDeclined: () => problem(400, 65004, "authorization_declined", "The user declined the request of the device."),
  badCode: () => problem(400, 70018, "bad_verification_code", "The device code is not known."),
  badRefreshToken: () =>
    problem(400, 70008, "invalid_grant", "The refresh token has expired or was revoked. Sign in again."),
  throttled: () =>
    problem(429, 50196, "temporarily_unavailable", "The server terminated an operation because of too many requests."),
  keyNotFound: (thumbprint: string) => unproven("The key was not found.", thumbprint),
  keyExpired: (thumbprint: string) => unproven("The key used is expired.", thumbprint),
  signatureWrong: (thumbprint: string) => unproven("Invalid signature.", thumbprint),
  scopeNotValid: (scope: string) =>
    problem(400, 70011, "invalid_scope", `The provided value for the input parameter 'scope' is not valid: ${scope}.`),
  resourceNotFound: (resource: string, tenant: string) =>
    problem(
      400,
      500011,
      "invalid_resource",
      `The resource principal named ${resource} was not found in the tenant named ${tenant}.`,
    ),
} as const;

/** `2026-11-22 20:28:40Z`, as Entra ID writes times. */
export const entraTime = (at: Date): string => `${at.toISOString().slice(0, 19).replace("T", " ")}Z`;

/** Body of the answer; the ids repeat inside the description because support asks for that line. */
export const problemBody = (found: Problem, at: Date, traceId: string, correlationId: string) => ({
  error: found.error,
  error_description:
    `AADSTS${found.number}: ${found.text} ` +
    `Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${entraTime(at)}`,
  error_codes: [found.number],
  timestamp: entraTime(at),
  trace_id: traceId,
  correlation_id: correlationId,
  error_uri: `https://login.microsoftonline.com/error?code=${found.number}`,
});
