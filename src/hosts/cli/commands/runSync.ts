/** `quota-panel sync`: once, or again and again when it is given a schedule. */
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { InvalidArgumentError } from "commander";
import type { Settings } from "../../../domain";
import { sync } from "../../../app/sync";
import type { SyncResult } from "../../../app/syncContract";
import type { Composition } from "../../compose";
import { stay } from "../../stay";
import { outcomeOfResult, type Outcome } from "../exitCodes";
import { createLog } from "../log";
import { messages } from "../messages";
import { faults } from "../messages/offline";
import { progressView, silent, type ProgressView } from "../progress";
import type { SyncOptions } from "../program";
import { jsonReport, textReport } from "../report";
import { logWatcher } from "../logWatcher";
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

interface Once {
  readonly result: SyncResult;
  readonly settings: Settings;
}

const syncOnce = async (composition: Composition, view: ProgressView, signal: AbortSignal): Promise<Once> => {
  try {
    const tenant = await composition.tenant(signal);
    const { settings } = await composition.settled(signal);
    const run = { id: randomUUID(), trigger: "commandLine", requestedBy: hostname() } as const;
    const result = await sync(composition.ports, { tenant, run, settings, signal, onProgress: view.report });
    return { result, settings };
  } finally {
    view.end();
  }
};

const stayWithSchedule = async (composition: Composition, signal: AbortSignal): Promise<void> => {
  const tenant = await composition.tenant(signal);
  const config = await composition.settled(signal);
  await stay({ composition, config, tenant, signal, watcher: logWatcher(createLog()) });
};

/** Prints the result and gives its outcome; rejects with the error that ended it. */
export const runSync = async (options: SyncOptions, signal: AbortSignal): Promise<Outcome> => {
  refuseSenseless(options);
  const composition = openSession(options);
  if (options.schedule !== undefined) {
    await stayWithSchedule(composition, signal);
    return "done";
  }
  await requireWritableCase(options);
  const view = options.json ? silent : progressView(process.stderr);
  const { result, settings } = await syncOnce(composition, view, signal);
  process.stdout.write(`${options.json ? JSON.stringify(jsonReport(result)) : textReport(result)}\n`);
  const outcome = outcomeOfResult(result);
  return (await saveCase({ ...result, settings }, options)) ? outcome : "file";
};
