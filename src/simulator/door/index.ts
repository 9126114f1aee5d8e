/** What every request passes before it reaches a service: who may enter, how long it waits, what disturbs it. */
import { setTimeout as wait } from "node:timers/promises";
import type { Http2Bindings, HttpBindings } from "@hono/node-server";
import type { Chance } from "../chance";
import type { Fault, FaultKind } from "../contracts";
import type { TenantContext } from "../tenant";
import { control, controlHost } from "./control";
import { environmentFaults, faultFinder } from "./faults";
import { isLoopbackHost } from "./loopback";
import { changeShape, cutInHalf, loopNextLink } from "./spoil";
import { surfaceOf, throttledAt, troubleAt, type Surface } from "./surface";
import type { Tally } from "./tally";
import { json } from "../wire/json";

export type Bindings = HttpBindings | Http2Bindings;
export type Handler = (request: Request, bindings: Bindings) => Response | Promise<Response>;

interface Passing {
  readonly request: Request;
  readonly bindings: Bindings;
  readonly host: string;
  readonly path: string;
  readonly surface: Surface;
}

type Spoil = (tenant: TenantContext, serve: Handler, passing: Passing) => Response | Promise<Response>;

const productionUrl = ({ request, host, path }: Passing): string =>
  `https://${host}${path}${new URL(request.url).search}`;

const trouble =
  (kind: "forbidden" | "serverError"): Spoil =>
  (tenant, _serve, { surface }) =>
    troubleAt(surface, kind, tenant.now(), tenant.requestId());

const spoils: Readonly<Record<FaultKind, Spoil>> = {
  forbidden: trouble("forbidden"),
  serverError: trouble("serverError"),
  unreachable: (_tenant, _serve, { bindings }) => {
    bindings.incoming.socket.destroy();
    return new Response(null, { status: 503 });
  },
  cutInHalf: async (_tenant, serve, { request, bindings }) => cutInHalf(await serve(request, bindings)),
  shapeChanged: async (_tenant, serve, { request, bindings }) => changeShape(await serve(request, bindings)),
  nextLinkLoop: async (_tenant, serve, passing) =>
    loopNextLink(
      await serve(passing.request, passing.bindings),
      productionUrl(passing),
      passing.surface === "bap" ? "nextLink" : "@odata.nextLink",
    ),
};

const fixedAnswer = (fault: Fault): Response =>
  new Response(fault.body ?? "", {
    status: fault.status ?? 500,
    headers: { "content-type": "application/json; charset=utf-8" },
  });

/** Sign-in is never throttled by the share: a client that is refused a token stops asking for minutes. */
const canThrottle = (surface: Surface): boolean => surface !== "login";

/** What disturbs a request, drawn and looked up before the wait so that the order of arrival decides. */
const disturbances = (tenant: TenantContext, draw: Chance) => {
  const byHand = faultFinder(tenant.knobs);
  const byEnvironment = environmentFaults(tenant.profile);
  return ({ surface, host, path }: Passing): Spoil | undefined => {
    const { throttledShare, retryAfterSeconds } = tenant.knobs;
    if (canThrottle(surface) && throttledShare > 0 && draw() < throttledShare) {
      return () => throttledAt(surface, retryAfterSeconds, tenant.now(), tenant.requestId());
    }
    const fault = byHand(host + path);
    const kind = fault === undefined ? byEnvironment(host, path) : fault.kind;
    if (kind !== undefined) {
      return spoils[kind];
    }
    return fault === undefined ? undefined : () => fixedAnswer(fault);
  };
};

/** Dataverse waits by itself: the time a request takes counts in its service protection. */
const waitsItself = (surface: Surface): boolean => surface === "dataverse";

const answering = (tenant: TenantContext, serve: Handler, draw: Chance) => {
  const disturb = disturbances(tenant, draw);
  return async (passing: Passing): Promise<Response> => {
    const spoil = disturb(passing);
    if (tenant.knobs.latencyMs > 0 && !(waitsItself(passing.surface) && spoil === undefined)) {
      await wait(tenant.knobs.latencyMs);
    }
    return spoil === undefined ? serve(passing.request, passing.bindings) : spoil(tenant, serve, passing);
  };
};

/** `http://127.0.0.1:1/graph.microsoft.com/v1.0/users?..` gives the host and `/v1.0/users`. */
const addressOf = (url: string): readonly [host: string, path: string] => {
  const { pathname } = new URL(url);
  const end = pathname.indexOf("/", 1);
  return end < 0 ? [pathname.slice(1), "/"] : [pathname.slice(1, end), pathname.slice(end)];
};

const refuse = (status: number, message: string): Response => json({ error: message }, status);

/** `serve` gets only requests for hosts that exist in this tenant. */
export const door = (
  tenant: TenantContext,
  serve: Handler,
  isHost: (host: string) => boolean,
  tally: Tally,
  draw: Chance,
): Handler => {
  const answer = answering(tenant, serve, draw);
  const controls = control(tenant.knobs, tally);
  return async (request, bindings) => {
    if (!isLoopbackHost(request.headers.get("host") ?? undefined)) {
      return refuse(421, "The simulated tenant answers to loopback names only.");
    }
    const [host, path] = addressOf(request.url);
    if (host === controlHost) {
      return controls.fetch(request);
    }
    const surface = surfaceOf(host);
    if (surface === undefined || !isHost(host)) {
      return refuse(421, `No host ${host} belongs to this tenant.`);
    }
    const end = tally.begin(host, path);
    let status = 500;
    try {
      const response = await answer({ request, bindings, host, path, surface });
      status = response.status;
      return response;
    } finally {
      end(status);
    }
  };
};
