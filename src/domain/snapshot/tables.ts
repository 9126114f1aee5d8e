/**
 * The Dataverse tables of the solution, named once. `solution/` is what is installed; a test holds the two together.
 *
 * Publishing order: parts and history rows, then the snapshot row, then the pointer `dqp_panel.dqp_currentsnapshotid`.
 * A reader starts at the pointer and so never sees half a run.
 */
import { decisionTables } from "./decisionTables";

/** One row per tenant: the pointer to the current snapshot and the lease that keeps two runs apart. Alternate key `dqp_tenantkey`. */
export const panelTable = {
  logicalName: "dqp_panel",
  entitySetName: "dqp_panels",
  primaryId: "dqp_panelid",
  alternateKey: ["dqp_tenantid"],
  columns: ["dqp_name", "dqp_tenantid", "dqp_currentsnapshotid", "dqp_leaseholder", "dqp_leaseuntil"],
} as const;

/**
 * The pointer is a lookup (`solution/`), which the Web API reads under one name and writes under another.
 * Written value: `/dqp_snapshots(guid)`.
 */
export const currentSnapshotLookup = {
  read: "_dqp_currentsnapshotid_value",
  write: "dqp_currentsnapshotid@odata.bind",
} as const;

/** One row per run, made by the sync or, with status `requested`, by the panel's Refresh. Its GUID is the snapshot's id. */
export const runTable = {
  logicalName: "dqp_run",
  entitySetName: "dqp_runs",
  primaryId: "dqp_runid",
  alternateKey: [],
  columns: [
    "dqp_name",
    "dqp_tenantid",
    "dqp_trigger",
    "dqp_status",
    "dqp_requestedby",
    "dqp_phase",
    "dqp_done",
    "dqp_total",
    "dqp_startedon",
    "dqp_endedon",
    "dqp_message",
  ],
} as const;

/**
 * Head of one snapshot. `dqp_parts`: JSON list of `PartReference`, in order. `dqp_memory`: JSON list of what the run left
 * for the next one, name by name (`memoryTable`).
 */
export const snapshotTable = {
  logicalName: "dqp_snapshot",
  entitySetName: "dqp_snapshots",
  primaryId: "dqp_snapshotid",
  alternateKey: [],
  columns: [
    "dqp_name",
    "dqp_tenantid",
    "dqp_asof",
    "dqp_edition",
    "dqp_schemaversion",
    "dqp_parts",
    "dqp_memory",
    "dqp_coverageread",
    "dqp_coveragetotal",
    "dqp_overcount",
    "dqp_findingcount",
    "dqp_footprintrows",
    "dqp_footprintbytes",
  ],
} as const;

/** Text of a snapshot, addressed by its own SHA-256, so an unchanged part is never written twice. Key: tenant + hash. */
export const partTable = {
  logicalName: "dqp_snapshotpart",
  entitySetName: "dqp_snapshotparts",
  primaryId: "dqp_snapshotpartid",
  alternateKey: ["dqp_tenantid", "dqp_hash"],
  columns: ["dqp_name", "dqp_tenantid", "dqp_hash", "dqp_content"],
} as const;

/**
 * What a run leaves for the next one, named by the head of its snapshot, so that both become current together. Texts
 * addressed by their hash, like parts, in a table that readers of the panel have no right to: it may hold who has which
 * licence. Key: tenant + hash.
 */
export const memoryTable = {
  logicalName: "dqp_memory",
  entitySetName: "dqp_memories",
  primaryId: "dqp_memoryid",
  alternateKey: ["dqp_tenantid", "dqp_hash"],
  columns: ["dqp_name", "dqp_tenantid", "dqp_hash", "dqp_content"],
} as const;

/** Tenant-level history, one row per meter and day (UTC). `dqp_used`/`dqp_owned` are empty when unknown or unlimited. */
export const meterHistoryTable = {
  logicalName: "dqp_meterhistory",
  entitySetName: "dqp_meterhistories",
  primaryId: "dqp_meterhistoryid",
  alternateKey: ["dqp_tenantid", "dqp_meter", "dqp_day"],
  columns: ["dqp_name", "dqp_tenantid", "dqp_meter", "dqp_day", "dqp_used", "dqp_owned", "dqp_meterstatus"],
} as const;

/** Per-environment history, one row per environment, meter and month (`2026-11`). */
export const environmentHistoryTable = {
  logicalName: "dqp_environmenthistory",
  entitySetName: "dqp_environmenthistories",
  primaryId: "dqp_environmenthistoryid",
  alternateKey: ["dqp_tenantid", "dqp_environmentid", "dqp_meter", "dqp_month"],
  columns: ["dqp_name", "dqp_tenantid", "dqp_environmentid", "dqp_meter", "dqp_month", "dqp_used"],
} as const;

/**
 * One row per file of readings that an admin handed in; taken back, it stays with who and when, and its readings do not
 * count. `dqp_content`: JSON list of readings; the row is written in one step, so no half of a file is ever there.
 */
export const importTable = {
  logicalName: "dqp_import",
  entitySetName: "dqp_imports",
  primaryId: "dqp_importid",
  alternateKey: [],
  columns: [
    "dqp_name",
    "dqp_tenantid",
    "dqp_importedon",
    "dqp_importedby",
    "dqp_readings",
    "dqp_content",
    "dqp_undoneon",
    "dqp_undoneby",
  ],
} as const;

export const tables = [
  panelTable,
  runTable,
  snapshotTable,
  partTable,
  memoryTable,
  meterHistoryTable,
  environmentHistoryTable,
  importTable,
  ...decisionTables,
] as const;

/** Largest text of one part in characters: what a Dataverse multi-line column takes, less a margin. */
export const maxPartLength = 1_000_000;

/** Choice `dqp_runstatus`. */
export const runStatus = {
  requested: 471_000_000,
  running: 471_000_001,
  succeeded: 471_000_002,
  partial: 471_000_003,
  failed: 471_000_004,
  cancelled: 471_000_005,
} as const;
export type RunStatus = keyof typeof runStatus;

/** Choice `dqp_runtrigger`. */
export const runTrigger = { schedule: 471_000_000, request: 471_000_001, commandLine: 471_000_002 } as const;
export type RunTrigger = keyof typeof runTrigger;

/** Phases of a run in order, as written to `dqp_phase`. */
export const runPhases = ["licences", "environments", "details", "compute", "publish"] as const;
export type RunPhase = (typeof runPhases)[number];
