/** `quota-panel sync`: once, or again and again when it is given a schedule. */
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { InvalidArgumentError } from "commander";
import { sync } from "../../../app/sync";
import type { SyncResult } from "../../../app/syncContract";
import type { Composition } from "../../compose";
import { stay } from "../../stay";
import { openTelemetry } from "../../telemetry/openTelemetry";
import type { Telemetry } from "../../telemetry/telemetry";
import { outcomeOfResult, type Outcome } from "../exitCodes";
import { createLog } from "../log";
import { messages } from "../messages";
import { faults } from "../messages/offline";
import { plainView, progressView, silent, type ProgressView } from "../progress";
import type { SyncOptions } from "../program";
import { jsonReport, textReport } from "../report";
import { logWatcher } from "../logWatcher";
import { logRequests, showRequests } from "../showRequests";
import { saveCase, requireWritableCase } from "./saveCase";
import { openSession } from "./session";

const refuseSenseless = (options: SyncOptions): void => {
  const { schedule, json, timeZone, jitter, saveFacts, redact } = options;
  if (schedule !== undefined && json) throw new InvalidArgumentError(messages.options.jsonStays);
  if (schedule === undefined && (timeZone !== undefined || jitter !== undefined)) {
    throw new InvalidArgumentError(messages.options.timeZoneAlone);
  }
  if (redact && saveFacts === undefined) throw new InvalidArgumentError(faults.redactAlone);
  if (schedule !== undefined && saveFacts !== undefined) throw new InvalidArgumentError(faults.saveStays);
};

interface Seen {
  readonly telemetry: Telemetry;
  readonly view: ProgressView;
}

const syncOnce = async (
  composition: Composition,
  { telemetry, view }: Seen,
  signal: AbortSignal,
): Promise<SyncResult> => {
  try {
    const tenant = await composition.tenant(signal);
    const { settings } = await composition.settled(signal);
    const run = { id: randomUUID(), trigger: "commandLine", requestedBy: hostname() } as const;
    const ports = telemetry.ports(composition.ports);
    const work = () => sync(ports, { tenant, run, settings, signal, onProgress: view.report });
    return await telemetry.around(run, work);
  } finally {
    view.end();
  }
};

const stayWithSchedule = async (
  composition: Composition,
  { telemetry, verbose }: { readonly telemetry: Telemetry; readonly verbose: boolean },
  signal: AbortSignal,
): Promise<void> => {
  const log = createLog();
  if (verbose) logRequests(log);
  const tenant = await composition.tenant(signal);
  const config = await composition.settled(signal);
  const seen = { ...composition, ports: telemetry.ports(composition.ports) };
  await stay({ composition: seen, config, tenant, signal, watcher: logWatcher(log), around: telemetry.around });
};

const viewOf = ({ json, verbose }: SyncOptions): ProgressView => {
  if (json) return silent;
  return verbose ? plainView(process.stderr) : progressView(process.stderr);
};

interface Running {
  readonly options: SyncOptions;
  readonly composition: Composition;
  readonly telemetry: Telemetry;
}

const runWith = async ({ options, composition, telemetry }: Running, signal: AbortSignal): Promise<Outcome> => {
  const { verbose = false } = options;
  if (options.schedule !== undefined) {
    await stayWithSchedule(composition, { telemetry, verbose }, signal);
    return "done";
  }
  await requireWritableCase(options);
  if (verbose) showRequests(process.stderr);
  const result = await syncOnce(composition, { telemetry, view: viewOf(options) }, signal);
  process.stdout.write(`${options.json ? JSON.stringify(jsonReport(result)) : textReport(result)}\n`);
  const outcome = outcomeOfResult(result);
  return (await saveCase(result, options)) ? outcome : "file";
};

/** Prints the result and gives its outcome; rejects with the error that ended it. */
export const runSync = async (options: SyncOptions, signal: AbortSignal): Promise<Outcome> => {
  refuseSenseless(options);
  const composition = openSession(options);
  const telemetry = await openTelemetry(process.env);
  try {
    return await runWith({ options, composition, telemetry }, signal);
  } finally {
    await telemetry.close();
  }
};
