/** `/.simulator/...`: turns the knobs and reads the counts while the tenant runs. For tests and the benchmark. */
import { Hono } from "hono";
import type { Fault, FaultKind, Knobs } from "../contracts";
import { isRecord, jsonOf, numberOf, textOf } from "../wire/values";
import { isLoopbackOrigin } from "./loopback";
import type { Tally } from "./tally";

const kinds: readonly FaultKind[] = [
  "forbidden",
  "serverError",
  "unreachable",
  "cutInHalf",
  "shapeChanged",
  "nextLinkLoop",
];

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text).source !== "";
  } catch {
    return false;
  }
};

const faultOf = (value: unknown): Fault | undefined => {
  if (!isRecord(value)) {
    return undefined;
  }
  const match = textOf(value["match"]);
  const [status, times, body] = [numberOf(value["status"]), numberOf(value["times"]), textOf(value["body"])];
  const kind = kinds.find((one) => one === value["kind"]);
  if (match === undefined || !isPattern(match) || (status === undefined && kind === undefined)) {
    return undefined;
  }
  return {
    match,
    ...(status === undefined ? {} : { status }),
    ...(times === undefined ? {} : { times }),
    ...(body === undefined ? {} : { body }),
    ...(kind === undefined ? {} : { kind }),
  };
};

const faultsOf = (value: unknown): Fault[] | undefined => {
  const all = Array.isArray(value) ? value.map(faultOf) : [undefined];
  const good = all.filter((fault) => fault !== undefined);
  return good.length === all.length ? good : undefined;
};

const atLeast =
  (least: number, most = Number.MAX_SAFE_INTEGER) =>
  (value: unknown) => {
    const number = numberOf(value);
    return number !== undefined && number >= least && number <= most ? number : undefined;
  };

/** One reader a knob; `undefined` says that the value is not one for it. */
const readers: { readonly [Name in keyof Knobs]-?: (value: unknown) => Knobs[Name] | undefined } = {
  latencyMs: atLeast(0, 600_000),
  throttledShare: atLeast(0, 1),
  retryAfterSeconds: atLeast(0),
  pageSize: atLeast(1),
  faults: faultsOf,
};

const isKnob = (name: string): name is keyof Knobs => Object.hasOwn(readers, name);

/** Names of the settings that cannot be taken; nothing is changed then. */
const turn = (knobs: Knobs, settings: Readonly<Record<string, unknown>>): readonly string[] => {
  const changes = Object.entries(settings).map(
    ([name, value]) => [name, isKnob(name) ? readers[name](value) : undefined] as const,
  );
  const refused = changes.filter(([, value]) => value === undefined).map(([name]) => name);
  if (refused.length === 0) {
    Object.assign(knobs, Object.fromEntries(changes));
  }
  return refused;
};

/** First path segment; no production host begins with a dot. */
export const controlHost = ".simulator";
const controlPath = (name: string): string => `/${controlHost}/${name}`;

export const control = (knobs: Knobs, tally: Tally): Hono => {
  const app = new Hono();
  app.use("*", async (c, next) => {
    if (!isLoopbackOrigin(c.req.header("origin"))) {
      return c.json({ error: "Only pages of this machine may ask." }, 403);
    }
    return next();
  });
  app.get(controlPath("knobs"), (c) => c.json(knobs));
  app.post(controlPath("knobs"), async (c) => {
    const settings = jsonOf(await c.req.text());
    const refused = isRecord(settings) ? turn(knobs, settings) : ["(body)"];
    return refused.length === 0 ? c.json(knobs) : c.json({ error: `Not a setting: ${refused.join(", ")}` }, 400);
  });
  app.get(controlPath("requests"), (c) => c.json(tally.report()));
  app.delete(controlPath("requests"), (c) => {
    tally.reset();
    return c.body(null, 204);
  });
  return app;
};
