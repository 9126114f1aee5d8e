/** Run rows: requests of the panel, progress of the run, and how each ended. */
import * as v from "valibot";
import type { RunOutcome, RunProgress, RunRequest } from "../../app/ports";
import { runStatus, runTable, type RunStatus, type RunTrigger, runTrigger, type Tenant } from "../../domain";
import { instant, toInstant } from "../http/instant";
import { literal, type Row, type Tables } from "./tables";

/** How many ended runs stay to be looked at. */
const keptRuns = 30;

const longestMessage = 4_000;

export const startedRow = (tenant: Tenant, run: RunRequest, now: number): Row => ({
  dqp_name: `${run.trigger} ${toInstant(now).slice(0, 16)}`,
  dqp_tenantid: tenant.id,
  dqp_trigger: runTrigger[run.trigger],
  dqp_status: runStatus.running,
  dqp_phase: "licences",
  dqp_done: 0,
  dqp_total: 0,
  dqp_startedon: toInstant(now),
  dqp_endedon: null,
  dqp_message: null,
  // The panel wrote who asked; only somebody who knows better writes it again.
  ...(run.requestedBy === undefined ? {} : { dqp_requestedby: run.requestedBy }),
});

export const progressRow = ({ phase, done, total }: RunProgress): Row => ({
  dqp_phase: phase,
  dqp_done: done,
  dqp_total: total,
});

export const endedRow = ({ status, message }: RunOutcome, now: number): Row => ({
  dqp_status: runStatus[status],
  dqp_endedon: toInstant(now),
  dqp_message: message?.slice(0, longestMessage) ?? null,
});

const requestedRow = v.object({
  [runTable.primaryId]: v.string(),
  dqp_trigger: v.nullish(v.number()),
  dqp_requestedby: v.nullish(v.string()),
});

/** Oldest first. */
export async function openRequests(
  tables: Tables,
  tenantId: string,
  signal: AbortSignal,
): Promise<readonly RunRequest[]> {
  const select = `${runTable.primaryId},dqp_trigger,dqp_requestedby`;
  const query = { select, filter: withStatus(tenantId, "requested"), orderBy: "createdon asc" };
  const rows = await tables.list(runTable, query, { item: requestedRow, signal });
  return rows.map((row) => ({
    id: row[runTable.primaryId],
    trigger: triggerOf(row.dqp_trigger),
    ...(row.dqp_requestedby ? { requestedBy: row.dqp_requestedby } : {}),
  }));
}

const withStatus = (tenantId: string, status: RunStatus): string =>
  `dqp_tenantid eq ${literal(tenantId)} and dqp_status eq ${runStatus[status]}`;

const triggers: readonly RunTrigger[] = ["schedule", "request", "commandLine"];

const triggerOf = (code: number | null | undefined): RunTrigger =>
  triggers.find((name) => runTrigger[name] === code) ?? "request";

const idRow = v.object({ [runTable.primaryId]: v.string() });

/** With the lease in hand nobody else runs: rows that still say so were left by runs that were killed. */
export async function closeDeadRuns(
  tables: Tables,
  { tenantId, own, now }: { readonly tenantId: string; readonly own: string; readonly now: number },
  signal: AbortSignal,
): Promise<void> {
  const query = { select: runTable.primaryId, filter: withStatus(tenantId, "running") };
  const rows = await tables.list(runTable, query, { item: idRow, signal });
  const row = endedRow({ status: "failed", message: "The run stopped without ending." }, now);
  const dead = rows.map((found) => found[runTable.primaryId]).filter((id) => id !== own);
  await Promise.all(dead.map((id) => tables.write(runTable, id, { row, signal })));
}

const endedRun = v.object({ [runTable.primaryId]: v.string(), dqp_endedon: v.nullish(instant) });

/** Ended runs beyond the newest thirty go: they count against the customer's database too. */
export async function removeOldRuns(tables: Tables, tenantId: string, signal: AbortSignal): Promise<void> {
  const filter = `dqp_tenantid eq ${literal(tenantId)} and dqp_endedon ne null`;
  const query = { select: `${runTable.primaryId},dqp_endedon`, filter, orderBy: "dqp_endedon desc" };
  const rows = await tables.list(runTable, query, { item: endedRun, signal });
  const old = rows.slice(keptRuns).map((row) => row[runTable.primaryId]);
  await Promise.all(old.map((id) => tables.remove(runTable, id, signal)));
}
