import { runPhases, runStatus, runTable, runTrigger, type RunPhase, type RunStatus } from "../../src/domain";
import type { RefreshState, RunProgress } from "../components/Panel/Panel.types";
import { literal, numberOf, query, readRows, textOf, type Row, type TableApi } from "./tables";
import { troubleOf } from "./trouble";

export interface RefreshHost {
  readonly api: TableApi;
  readonly tenantId: string;
  readonly userName: string;
  readonly now: () => Date;
  /** Resolves after the time, or at once when the signal says stop. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

type Report = (state: RefreshState) => void;

const columns = "dqp_status,dqp_requestedby,dqp_phase,dqp_done,dqp_total,dqp_startedon,dqp_message";
const firstPause = 1_000;
const longestPause = 15_000;
const pauseGrowth = 1.3;
/** From here on the panel says that no sync has taken the request up. */
const overdueAfter = 90_000;
/** From here on it stops asking: every question counts against the user's limits. */
const giveUpAfter = 15 * 60_000;
/** A run that began longer ago than this and never ended was killed; it is nothing to wait for. */
const abandonedAfter = 6 * 60 * 60_000;

const open: ReadonlySet<RunStatus> = new Set(["requested", "running"]);

const isStatus = (name: string): name is RunStatus => name in runStatus;
const isPhase = (name: string | undefined): name is RunPhase => runPhases.some((phase) => phase === name);

function statusOf(row: Row): RunStatus {
  const value = numberOf(row, "dqp_status");
  const name = Object.entries(runStatus).find(([, code]) => code === value)?.[0] ?? "";
  return isStatus(name) ? name : "failed";
}

function progressOf(row: Row): RunProgress {
  const phase = textOf(row, "dqp_phase");
  return {
    status: statusOf(row),
    requestedBy: textOf(row, "dqp_requestedby"),
    phase: isPhase(phase) ? phase : undefined,
    done: numberOf(row, "dqp_done"),
    total: numberOf(row, "dqp_total"),
    startedAt: textOf(row, "dqp_startedon"),
    message: textOf(row, "dqp_message"),
  };
}

async function findOpenRun(host: RefreshHost): Promise<string | undefined> {
  const states = `(dqp_status eq ${runStatus.requested} or dqp_status eq ${runStatus.running})`;
  const filter = `dqp_tenantid eq ${literal(host.tenantId)} and ${states}`;
  const select = `${runTable.primaryId},${columns}`;
  const rows = await readRows(host.api, runTable.logicalName, query({ select, filter, top: "20" }));
  const oldest = host.now().getTime() - abandonedAfter;
  const alive = rows.filter((row) => {
    const startedAt = textOf(row, "dqp_startedon");
    return startedAt === undefined || new Date(startedAt).getTime() >= oldest;
  });
  const running = alive.find((row) => statusOf(row) === "running") ?? alive[0];
  return running === undefined ? undefined : textOf(running, runTable.primaryId);
}

async function createRun(host: RefreshHost): Promise<string> {
  const asked = host.now().toISOString();
  const created = await host.api.createRecord(runTable.logicalName, {
    dqp_name: `${asked} ${host.userName}`,
    dqp_tenantid: host.tenantId,
    dqp_trigger: runTrigger.request,
    dqp_status: runStatus.requested,
    dqp_requestedby: host.userName,
  });
  return created.id;
}

async function followRun(host: RefreshHost, runId: string, report: Report, signal: AbortSignal): Promise<void> {
  const since = host.now();
  let pause = firstPause;
  while (!signal.aborted) {
    const row: Row = await host.api.retrieveRecord(runTable.logicalName, runId, query({ select: columns }));
    const progress = progressOf(row);
    if (!open.has(progress.status)) {
      report({ kind: "ended", progress });
      return;
    }
    const waited = host.now().getTime() - since.getTime();
    const isWaiting = progress.status === "requested";
    if (isWaiting && waited >= giveUpAfter) {
      report({ kind: "unanswered", since });
      return;
    }
    report({ kind: "following", since, progress, overdue: isWaiting && waited >= overdueAfter });
    await host.wait(pause, signal);
    pause = Math.min(longestPause, pause * pauseGrowth);
  }
}

async function reporting(report: Report, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    report({ kind: "trouble", trouble: troubleOf(error) });
  }
}

/** Asks for a sync by a run row, or joins the one that is open, and follows it to its end. */
export const requestRefresh = (host: RefreshHost, report: Report, signal: AbortSignal): Promise<void> =>
  reporting(report, async () => {
    report({ kind: "asking" });
    const runId = (await findOpenRun(host)) ?? (await createRun(host));
    await followRun(host, runId, report, signal);
  });

/** Follows an open run of somebody else. That nobody runs, or that this user may not see runs, is no news. */
export async function followOpenRun(host: RefreshHost, report: Report, signal: AbortSignal): Promise<void> {
  const runId = await findOpenRun(host).catch(() => undefined);
  if (runId !== undefined) await reporting(report, () => followRun(host, runId, report, signal));
}
