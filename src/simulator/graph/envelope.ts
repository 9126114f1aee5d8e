/** How Microsoft Graph answers: context, next link, error envelope, headers (apis.md section 1). */
import type { Context } from "hono";
import { Refused } from "../wire/refusal";
import { nextLink, type Page } from "../wire/paging";
import type { TenantContext } from "../tenant";
import { json } from "../wire/json";

export const graphOrigin = "https://graph.microsoft.com";

export const graphError = (
  status: number,
  code: string,
  message: string,
  at: Date,
  requestId: string,
  clientRequestId = requestId,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  json(
    {
      error: {
        code,
        message,
        innerError: {
          date: at.toISOString().slice(0, 19),
          "request-id": requestId,
          "client-request-id": clientRequestId,
        },
      },
    },
    status,
    { "request-id": requestId, "client-request-id": clientRequestId, ...headers },
  );

/** Writes whatever an endpoint threw in Graph's envelope. */
export const graphRefusal = (tenant: TenantContext, error: unknown, c: Context): Response => {
  const known = error instanceof Refused ? error : undefined;
  return graphError(
    known?.status ?? 500,
    known?.code ?? "InternalServerError",
    known?.message ?? "An internal error occurred.",
    tenant.now(),
    tenant.requestId(),
    c.req.header("client-request-id"),
  );
};

export interface GraphList {
  /** Name behind `$metadata#`. */
  readonly context: string;
  /** Path below the origin, for the next link. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly page: Page<unknown>;
  readonly count?: number;
}

export const graphList = (c: Context, tenant: TenantContext, list: GraphList): Response => {
  const requestId = tenant.requestId();
  return json(
    {
      "@odata.context": `${graphOrigin}/v1.0/$metadata#${list.context}`,
      ...(list.count === undefined ? {} : { "@odata.count": list.count }),
      ...(list.page.next === undefined
        ? {}
        : { "@odata.nextLink": nextLink(graphOrigin, list.path, list.query, list.page.next) }),
      value: list.page.items,
    },
    200,
    {
      "request-id": requestId,
      "client-request-id": c.req.header("client-request-id") ?? requestId,
      "odata-version": "4.0",
      "x-ms-resource-unit": "1",
    },
  );
};
