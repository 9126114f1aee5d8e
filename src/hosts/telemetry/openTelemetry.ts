/** Being seen: run ids in every line, and traces and metrics where an exporter is configured. */
import { inRun } from "./runContext";
import type { Telemetry } from "./telemetry";

const without: Telemetry = {
  around: (run, work) => inRun(run.id, work),
  ports: (ports) => ports,
  close: () => Promise.resolve(),
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Variables of the OpenTelemetry specification that name an exporter. */
const exporters = [
  "OTEL_EXPORTER_OTLP_ENDPOINT",
  "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
  "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
];

const isWanted = (environment: Environment): boolean =>
  environment["OTEL_SDK_DISABLED"] !== "true" && exporters.some((name) => (environment[name] ?? "") !== "");

/** The packages of OpenTelemetry are loaded only where they are wanted: they take longer than a start without them. */
export const openTelemetry = async (environment: Environment): Promise<Telemetry> => {
  if (!isWanted(environment)) return without;
  const { otlpTelemetry } = await import("./otlp");
  return otlpTelemetry();
};
