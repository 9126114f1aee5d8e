/** Readings from the files that the settings name. One fault in one file, and nothing is imported. */
import { SourceError } from "../../app/errors";
import type { ImportSource } from "../../app/ports";
import { faultTexts, readImportFile } from "./readImportFile";

export function fileImports(paths: readonly string[]): ImportSource {
  return {
    readings: async (signal) => {
      const files = await Promise.all(paths.map(async (path) => ({ path, ...(await readImportFile(path)) })));
      if (signal.aborted) throw new SourceError("cancelled", "The import files: cancelled.");
      const faults = files.flatMap(({ path, faults: found }) => faultTexts(found).map((fault) => `${path}, ${fault}`));
      if (faults.length > 0) throw new SourceError("shapeChanged", faults.join("\n"));
      return files.flatMap(({ readings }) => readings);
    },
  };
}
