/** `quota-panel import FILE`: readings into the home environment, where every later run finds them. */
import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import { basename } from "node:path";
import { InvalidArgumentError } from "commander";
import { faultTexts, readImportFile } from "../../../adapters/imports/readImportFile";
import { InputError, SourceError } from "../../../app/errors";
import { changesOf, type Change } from "../../../app/imports/changes";
import type { ImportRecord } from "../../../app/imports/ports";
import type { ImportedReading } from "../../../domain";
import type { Composition } from "../../compose";
import type { ImportOptions, ListOptions, UndoOptions } from "../importCommands";
import { imports } from "../messages/imports";
import { importedText, listText, previewText } from "../reports/importLines";
import { showRequests } from "../showRequests";
import { openSession } from "./session";
import { snapshotIfAny } from "./snapshotIfAny";
import { writeTemplate } from "./writeTemplate";

const whoElse = (): string => {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a user that nobody named.
    return "";
  }
};

const whoOf = ({ by }: UndoOptions): string => by ?? whoElse();

const now = (): string => new Date().toISOString();

const opened = (options: ListOptions): Composition => {
  if (options.verbose) showRequests(process.stderr);
  return openSession(options);
};

/** Rejects with an `InputError` that names every fault. */
const readingsIn = async (path: string): Promise<readonly ImportedReading[]> => {
  const { readings, faults } = await readImportFile(path).catch((cause: unknown) => {
    if (!(cause instanceof SourceError)) throw cause;
    throw new InputError(path, ["the file: cannot be read; check its path and who may read it"], { cause });
  });
  if (faults.length > 0) throw new InputError(path, faultTexts(faults));
  if (readings.length === 0) throw new InputError(path, [imports.noReading]);
  return readings;
};

const printed = (asJson: boolean | undefined, value: object, text: () => string): string =>
  asJson ? JSON.stringify(value) : text();

interface Importing {
  readonly file: string;
  readonly readings: readonly ImportedReading[];
  readonly changes: readonly Change[];
}

const keep = async (composition: Composition, { file, readings }: Importing, by: string, signal: AbortSignal) => {
  const record: ImportRecord = {
    ...{ id: randomUUID(), file: basename(file), importedAt: now() },
    ...{ importedBy: by, readings: readings.length },
  };
  await composition.imports.add(record, readings, signal);
  return record;
};

const importFile = async (file: string, options: ImportOptions, signal: AbortSignal): Promise<string> => {
  const readings = await readingsIn(file);
  const composition = opened(options);
  const [standing, snapshot] = await Promise.all([
    composition.ports.imports.readings(signal),
    snapshotIfAny(composition, signal),
  ]);
  const importing = { file, readings, changes: changesOf(standing, readings, snapshot) };
  const { changes } = importing;
  if (options.dryRun) {
    return printed(options.json, { status: "dryRun", file, changes }, () => previewText(file, changes));
  }
  const record = await keep(composition, importing, whoOf(options), signal);
  return printed(options.json, { status: "imported", ...record, changes }, () => importedText(record, changes));
};

/** Gives what is printed. Rejects with `InputError` when the file has faults; nothing of it is used then. */
export const runImport = async (
  file: string | undefined,
  options: ImportOptions,
  signal: AbortSignal,
): Promise<string> => {
  const { template } = options;
  if (template !== undefined) {
    if (file !== undefined) throw new InvalidArgumentError(imports.templateAlone);
    const lines = await writeTemplate(template, opened(options), signal);
    return printed(options.json, { status: "template", file: template, lines }, () => imports.written(lines, template));
  }
  if (file === undefined) throw new InvalidArgumentError(imports.expectedFile);
  return importFile(file, options, signal);
};

/** `quota-panel import list` */
export const runImportList = async (options: ListOptions, signal: AbortSignal): Promise<string> => {
  const records = await opened(options).imports.list(signal);
  return printed(options.json, { imports: records }, () => listText(records));
};

const chosen = (records: readonly ImportRecord[], id: string | undefined): ImportRecord => {
  const standing = records.filter(({ undone }) => undone === undefined);
  const found = id === undefined ? standing.slice(0, 1) : standing.filter((one) => one.id.startsWith(id.toLowerCase()));
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  if (id === undefined) throw new InputError("import undo", [imports.noneStands]);
  throw new InputError("import undo", [only === undefined ? imports.unknownId(id) : imports.manyIds(id)]);
};

/** `quota-panel import undo [ID]` */
export const runImportUndo = async (
  id: string | undefined,
  options: UndoOptions,
  signal: AbortSignal,
): Promise<string> => {
  const { imports: store } = opened(options);
  const record = chosen(await store.list(signal), id);
  const undone = { at: now(), by: whoOf(options) };
  if (!(await store.undo(record.id, undone, signal))) throw new InputError("import undo", [imports.changedMeanwhile]);
  const { file, importedAt, importedBy } = record;
  return printed(options.json, { status: "undone", ...record, undone }, () =>
    imports.undone(file, importedAt, importedBy),
  );
};
