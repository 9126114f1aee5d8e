/** A collector for OTLP over HTTP on loopback, which keeps what it is sent. */
import { createServer } from "node:http";
import * as v from "valibot";

const value = v.object({
  stringValue: v.optional(v.string()),
  intValue: v.optional(v.union([v.number(), v.string()])),
  doubleValue: v.optional(v.number()),
});
const attributes = v.pipe(
  v.array(v.object({ key: v.string(), value })),
  v.transform((list) =>
    Object.fromEntries(
      list.map(({ key, value: { stringValue, intValue, doubleValue } }) => [
        key,
        stringValue ?? (intValue === undefined ? doubleValue : Number(intValue)),
      ]),
    ),
  ),
);

const span = v.object({
  name: v.string(),
  traceId: v.string(),
  spanId: v.string(),
  parentSpanId: v.optional(v.string()),
  attributes,
  status: v.optional(v.object({ code: v.optional(v.number()) })),
});
export type SentSpan = v.InferOutput<typeof span>;

const traces = v.object({
  resourceSpans: v.array(
    v.object({ resource: v.object({ attributes }), scopeSpans: v.array(v.object({ spans: v.array(span) })) }),
  ),
});

const point = v.object({
  attributes,
  asInt: v.optional(v.union([v.number(), v.string()])),
  asDouble: v.optional(v.number()),
  count: v.optional(v.union([v.number(), v.string()])),
});
const series = v.optional(v.object({ dataPoints: v.array(point) }));
const metrics = v.object({
  resourceMetrics: v.array(
    v.object({
      scopeMetrics: v.array(
        v.object({ metrics: v.array(v.object({ name: v.string(), sum: series, histogram: series })) }),
      ),
    }),
  ),
});

export interface SentPoint {
  readonly name: string;
  readonly labels: Readonly<Record<string, string | number | undefined>>;
  /** The sum, or how many were measured. */
  readonly value: number;
}

export interface Collector {
  readonly address: string;
  /** Path and text of every message, in order. */
  readonly received: readonly { readonly path: string; readonly body: string }[];
  spans(): readonly SentSpan[];
  points(): readonly SentPoint[];
  resource(): Readonly<Record<string, unknown>>;
  close(): Promise<void>;
}

const parsed = <T>(schema: v.GenericSchema<unknown, T>, messages: readonly { readonly body: string }[]): readonly T[] =>
  messages.map(({ body }) => v.parse(schema, JSON.parse(body)));

export const startCollector = async (): Promise<Collector> => {
  const received: { readonly path: string; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      received.push({ path: request.url ?? "", body });
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const at = (path: string) => received.filter((message) => message.path === path);
  const sent = () => parsed(traces, at("/v1/traces")).flatMap(({ resourceSpans }) => resourceSpans);
  return {
    address: `http://127.0.0.1:${port}`,
    received,
    spans: () => sent().flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
    resource: () => sent()[0]?.resource.attributes ?? {},
    points: () =>
      parsed(metrics, at("/v1/metrics"))
        .flatMap(({ resourceMetrics }) => resourceMetrics.flatMap(({ scopeMetrics }) => scopeMetrics))
        .flatMap(({ metrics: all }) => all)
        .flatMap(({ name, sum, histogram }) =>
          [...(sum?.dataPoints ?? []), ...(histogram?.dataPoints ?? [])].map(
            ({ attributes: labels, asInt, asDouble, count }) => ({
              ...{ name, labels },
              value: Number(asInt ?? asDouble ?? count),
            }),
          ),
        ),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
