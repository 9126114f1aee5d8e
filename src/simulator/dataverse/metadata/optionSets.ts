import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { elements, number, readXml, text } from "./xml";

export type Options = ReadonlyMap<number, string>;

/** Global choices of the tree, by name: `OptionSets/<name>.xml`. */
export function loadOptionSets(solutionFolder: string): ReadonlyMap<string, Options> {
  const folder = join(solutionFolder, "OptionSets");
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder).filter((file) => file.endsWith(".xml"));
  return new Map(files.map((file) => namedOptions(readXml(join(folder, file)))));
}

function namedOptions(document: unknown): [string, Options] {
  const [set] = elements(document, "optionset");
  return [text(set, "@Name") ?? "", readOptions(set)];
}

const optionPaths = [
  ["options", "option"],
  ["states", "state"],
  ["statuses", "status"],
] as const;

/** Values and English labels of a choice, a state or a status. */
export function readOptions(set: unknown): Options {
  const options = optionPaths.flatMap((path) => elements(set, ...path));
  return new Map(
    options.flatMap((option): [number, string][] => {
      const value = number(option, "@value");
      return value === undefined ? [] : [[value, label(option) ?? String(value)]];
    }),
  );
}

const label = (option: unknown): string | undefined => {
  const labels = elements(option, "labels", "label");
  const english = labels.find((entry) => text(entry, "@languagecode") === "1033") ?? labels[0];
  return text(english, "@description");
};
