/** What an import changes and what was imported, as a person reads it. */
import type { Change } from "../../../app/imports/changes";
import type { ImportRecord } from "../../../app/imports/ports";
import type { ImportedReading } from "../../../domain";
import { columns, indented, numberOf } from "../figures";
import { messages } from "../messages";
import { effects, imports } from "../messages/imports";

const mostShown = 200;

const readingOf = (reading: ImportedReading | undefined): string =>
  reading === undefined ? imports.nothing : imports.measured(numberOf(reading.value), reading.measuredAt);

const rowOf = ({ environment, environmentId, meter, before, after, effect, official }: Change): readonly string[] => [
  environment ?? `${environmentId}, ${imports.notListed}`,
  messages.meters[meter],
  `${readingOf(before)} -> ${readingOf(after)}`,
  [effects[effect], ...(official === undefined ? [] : [`${imports.official} (${official})`])].join("; "),
];

const changeLines = (changes: readonly Change[]): readonly string[] => {
  const more = changes.length - mostShown;
  const shown = indented(columns(changes.slice(0, mostShown).map(rowOf)));
  return more > 0 ? [...shown, `  ${messages.andMore(more)}`] : shown;
};

export const previewText = (file: string, changes: readonly Change[]): string =>
  [imports.wouldChange(changes.length, file), ...changeLines(changes)].join("\n");

export const importedText = ({ id, file, readings }: ImportRecord, changes: readonly Change[]): string =>
  [imports.imported(readings, file, id), ...changeLines(changes), imports.undo(id)].join("\n");

const recordRow = ({ id, importedAt, importedBy, readings, file, undone }: ImportRecord): readonly string[] => [
  ...[id.slice(0, 8), importedAt, importedBy, numberOf(readings), file],
  undone === undefined ? "" : imports.takenBack(undone.at, undone.by),
];

export const listText = (records: readonly ImportRecord[]): string =>
  records.length === 0 ? imports.none : columns([imports.columns, ...records.map(recordRow)]).join("\n");
