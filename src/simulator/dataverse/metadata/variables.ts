import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { element, number, readXml, text } from "./xml";

/** An environment variable as a solution brings it, without a value of its own. */
export interface VariableDefinition {
  readonly schemaName: string;
  readonly displayName?: string;
  readonly defaultValue?: string;
  /** Choice value: 100000000 text, 100000001 number. */
  readonly type?: number;
}

/** Reads the environment variables of an unpacked solution; none when it has no folder for them. */
export function loadVariables(solutionFolder: string): readonly VariableDefinition[] {
  const folder = join(solutionFolder, "environmentvariabledefinitions");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name, "environmentvariabledefinition.xml"))
    .filter((file) => existsSync(file))
    .map((file) => readVariable(file));
}

function readVariable(file: string): VariableDefinition {
  const node = element(readXml(file), "environmentvariabledefinition");
  const schemaName = text(node, "@schemaname");
  if (schemaName === undefined) throw new Error(`${file} names no environment variable.`);
  const displayName = text(node, "displayname", "@default");
  const defaultValue = text(node, "defaultvalue");
  const type = number(node, "type");
  return {
    schemaName,
    ...(displayName === undefined ? {} : { displayName }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...(type === undefined ? {} : { type }),
  };
}
