/**
 * Traces and metrics by OTLP over HTTP. Where to and with which headers, the exporters take from the variables of the
 * OpenTelemetry specification. Spans: run, source, request. No words of a service, no query and no id but the run's goes out.
 */
import { context, SpanKind, SpanStatusCode, trace, type Span, type Tracer } from "@opentelemetry/api";
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from "@opentelemetry/resources";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { setTimeout as wait } from "node:timers/promises";
import product from "../../../package.json" with { type: "json" };
import { LeaseTakenError, SourceError, StoreError } from "../../app/errors";
import { watchRequests, type RequestWatcher, type WatchedRequest } from "../../adapters/http/watching";
import { routeOf, serviceOf } from "./address";
import { inRun } from "./runContext";
import { seenPorts, type AsPart } from "./sourceSpans";
import type { Telemetry } from "./telemetry";

/** A run may end with thousands of spans that wait; more than this are left out. */
const maxQueueSize = 32_768;
const closeWithinMs = 5_000;

const providers = () => {
  const own = resourceFromAttributes({ "service.name": product.name, "service.version": product.version });
  // The detectors of hosts and processes are left out: they tell user names and command lines.
  const resource = defaultResource()
    .merge(own)
    .merge(detectResources({ detectors: [envDetector] }));
  const traces = new NodeTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter(), { maxQueueSize })],
  });
  // Spans find their parents through this; requests to the services carry nothing of it.
  traces.register({ propagator: null });
  const reader = new PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter() });
  return { traces, metrics: new MeterProvider({ resource, readers: [reader] }) };
};

/** What kind of trouble it was; its words may tell more than they should. */
const kindOf = (error: unknown): string => {
  if (error instanceof SourceError) return error.reason.code;
  if (error instanceof LeaseTakenError) return "leaseTaken";
  return error instanceof StoreError ? "store" : "fault";
};

const fail = (span: Span, error: unknown): void => {
  span.setAttribute("error.type", kindOf(error));
  span.setStatus({ code: SpanStatusCode.ERROR });
};

const settle = async <T>(span: Span, work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    fail(span, error);
    throw error;
  } finally {
    span.end();
  }
};

/** What a part gives is handed on as it is; one that gives a promise lasts until that is settled. */
const asPartOf =
  (tracer: Tracer): AsPart =>
  (name, work) => {
    const span = tracer.startSpan("source", { attributes: { "quota_panel.source": name } });
    const given = context.with(trace.setSpan(context.active(), span), work);
    if (!(given instanceof Promise)) {
      span.end();
      return given;
    }
    // Only looked at: its rejection is for whoever asked.
    void settle(span, given).catch(() => undefined);
    return given;
  };

const metersOf = (provider: MeterProvider) => {
  const meter = provider.getMeter(product.name, product.version);
  return {
    requests: meter.createCounter("quota_panel.requests", { description: "tries of requests" }),
    throttled: meter.createCounter("quota_panel.throttled", { description: "answers that asked to wait" }),
    duration: meter.createHistogram("quota_panel.request.duration", { unit: "s" }),
    environments: meter.createCounter("quota_panel.environments.read"),
  };
};

type Meters = ReturnType<typeof metersOf>;

const requestWatcher = (tracer: Tracer, meters: Meters): RequestWatcher => {
  const spans = new WeakMap<WatchedRequest, Span>();
  return {
    started: (request) => {
      const route = routeOf(request.url);
      const attributes = {
        "http.request.method": request.method,
        "server.address": new URL(request.url).host,
        "http.route": route,
      };
      spans.set(request, tracer.startSpan(`${request.method} ${route}`, { kind: SpanKind.CLIENT, attributes }));
    },
    tried: ({ url, method }, { status, durationMs }) => {
      const labels = { service: serviceOf(url), method, status: status ?? 0 };
      meters.requests.add(1, labels);
      meters.duration.record(durationMs / 1000, { service: labels.service });
      if (status === 429) meters.throttled.add(1, { service: labels.service });
    },
    ended: (request, response) => {
      const span = spans.get(request);
      span?.setAttribute("quota_panel.attempts", request.attempts);
      if (response) span?.setAttribute("http.response.status_code", response.status);
      if (!response || response.status >= 400) span?.setStatus({ code: SpanStatusCode.ERROR });
      span?.end();
    },
  };
};

export const otlpTelemetry = (): Telemetry => {
  const { traces, metrics } = providers();
  const tracer = traces.getTracer(product.name, product.version);
  const meters = metersOf(metrics);
  const stop = watchRequests(requestWatcher(tracer, meters));
  return {
    around: (run, work) => {
      const attributes = { "quota_panel.run": run.id, "quota_panel.trigger": run.trigger };
      const span = tracer.startSpan("run", { attributes });
      const working = context.with(trace.setSpan(context.active(), span), () =>
        inRun(run.id, async () => {
          const result = await work();
          span.setAttribute("quota_panel.status", result.status);
          meters.environments.add(result.snapshot.coverage.read);
          return result;
        }),
      );
      return settle(span, working);
    },
    ports: (ports) => seenPorts(ports, asPartOf(tracer)),
    close: async () => {
      stop();
      const ended = Promise.allSettled([traces.shutdown(), metrics.shutdown()]);
      await Promise.race([ended, wait(closeWithinMs, undefined, { ref: false })]);
    },
  };
};
