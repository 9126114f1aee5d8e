/** `quota-panel sync`: once, or again and again when it is given a schedule. */
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { InvalidArgumentError } from "commander";
import { sync } from "../../../app/sync";
import type { SyncResult } from "../../../app/syncContract";
import type { Composition } from "../../compose";
import { stay } from "../../stay";
import { outcomeOfResult, type Outcome } from "../exitCodes";
import { createLog } from "../log";
import { messages } from "../messages";
import { progressView, silent, type ProgressView } from "../progress";
import type { SyncOptions } from "../program";
import { jsonReport, textReport } from "../report";
import { logWatcher } from "../logWatcher";
import { openSession } from "./session";

const refuseSenseless = (options: SyncOptions): void => {
  const { schedule, json, timeZone, jitter } = options;
  if (schedule !== undefined && json) throw new InvalidArgumentError(messages.options.jsonStays);
  if (schedule === undefined && (timeZone !== undefined || jitter !== undefined)) {
    throw new InvalidArgumentError(messages.options.timeZoneAlone);
  }
};

const syncOnce = async (composition: Composition, view: ProgressView, signal: AbortSignal): Promise<SyncResult> => {
  try {
    const tenant = await composition.tenant(signal);
    const { settings } = await composition.settled(signal);
    const run = { id: randomUUID(), trigger: "commandLine", requestedBy: hostname() } as const;
    return await sync(composition.ports, { tenant, run, settings, signal, onProgress: view.report });
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
  const view = options.json ? silent : progressView(process.stderr);
  const result = await syncOnce(composition, view, signal);
  process.stdout.write(`${options.json ? JSON.stringify(jsonReport(result)) : textReport(result)}\n`);
  return outcomeOfResult(result);
};
