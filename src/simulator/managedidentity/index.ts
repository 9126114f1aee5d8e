/**
 * The identity service of the machine on which the product runs: that of a virtual machine (IMDS, api-version 2018-02-01)
 * and that of App Service (api-version 2019-08-01). Both answer over plain HTTP at an address that leads nowhere else.
 */
import { Hono, type Context } from "hono";
import type { Entra } from "../entra";
import type { Principal, Principals } from "../entra/principals";
import { json } from "../wire/json";

export const imdsHost = "169.254.169.254";
/** As Linux workers of App Service have it. */
export const appServiceHost = "169.254.129.2:8081";
export const appServicePath = "/msi/token";

export interface MachineOptions {
  readonly principals: Principals;
  readonly issue: Entra["issue"];
  readonly isResource: (audience: string) => boolean;
  readonly isThrottled: () => boolean;
  readonly retryAfterSeconds: () => number;
  /** What `X-IDENTITY-HEADER` must hold. */
  readonly header: string;
}

type Refuse = (status: 400 | 401 | 404 | 429, message: string, headers?: Readonly<Record<string, string>>) => Response;

const imdsRefusal: Refuse = (status, message, headers = {}) =>
  json(
    { error: status === 429 ? "too_many_requests" : "invalid_request", error_description: message },
    status,
    headers,
  );

const appServiceRefusal: Refuse = (status, message, headers = {}) =>
  json({ statusCode: status, message }, status, headers);

interface Asked {
  readonly principal: Principal;
  readonly resource: string;
}

const identityOf = ({ principals }: MachineOptions, clientId: string | undefined): Principal | undefined =>
  clientId === undefined
    ? principals.system
    : [principals.system, principals.user].find((one) => one.clientId === clientId.toLowerCase());

const check = (options: MachineOptions, c: Context, version: string, refuse: Refuse): Asked | Response => {
  const { "api-version": given, resource = "", client_id: clientId } = c.req.query();
  if (options.isThrottled()) {
    return refuse(429, "Too many requests", { "retry-after": String(options.retryAfterSeconds()) });
  }
  if (given !== version) {
    return refuse(400, `Required query variable 'api-version' is missing or not supported. Use ${version}.`);
  }
  if (!options.isResource(resource)) {
    return refuse(400, `AADSTS500011: The resource principal named ${resource} was not found in the tenant.`);
  }
  const principal = identityOf(options, clientId);
  return principal === undefined ? refuse(400, "Identity not found") : { principal, resource };
};

const give = async (options: MachineOptions, asked: Asked | Response): Promise<Response> => {
  if (asked instanceof Response) {
    return asked;
  }
  const { token, until } = await options.issue(asked.resource, asked.principal);
  return json(
    {
      access_token: token,
      client_id: asked.principal.clientId,
      expires_on: String(until),
      resource: asked.resource,
      token_type: "Bearer",
    },
    200,
  );
};

export const imds = (options: MachineOptions): Hono => {
  const app = new Hono();
  app.get("/metadata/identity/oauth2/token", (c) => {
    // The header proves that no redirect and no page of a browser led here.
    const isMeant = c.req.header("metadata") === "true" && c.req.header("x-forwarded-for") === undefined;
    return isMeant
      ? give(options, check(options, c, "2018-02-01", imdsRefusal))
      : imdsRefusal(400, "Required metadata header not specified");
  });
  app.all("*", () => imdsRefusal(404, "Not found"));
  return app;
};

export const appService = (options: MachineOptions): Hono => {
  const app = new Hono();
  app.get(appServicePath, (c) =>
    c.req.header("x-identity-header") === options.header
      ? give(options, check(options, c, "2019-08-01", appServiceRefusal))
      : appServiceRefusal(401, "The header X-IDENTITY-HEADER is missing or wrong."),
  );
  app.all("*", () => appServiceRefusal(404, "Not found"));
  return app;
};
