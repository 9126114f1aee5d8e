/** `quota-panel import` and its options. */
import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import { messages } from "./messages";
import { imports } from "./messages/imports";

interface Common {
  readonly config?: string;
  readonly json?: boolean;
  readonly verbose?: boolean;
}

export type ListOptions = Common;

export interface UndoOptions extends Common {
  readonly by?: string;
}

export interface ImportOptions extends UndoOptions {
  readonly dryRun?: boolean;
  readonly template?: string;
}

export interface ImportCommands {
  import(file: string | undefined, options: ImportOptions): Promise<void>;
  importList(options: ListOptions): Promise<void>;
  importUndo(id: string | undefined, options: UndoOptions): Promise<void>;
}

const { options } = messages;

export const isExcel = (path: string): boolean => path.toLowerCase().endsWith(".xlsx");

const templateFile = (path: string): string => {
  if (isExcel(path) || path.toLowerCase().endsWith(".csv")) return path;
  throw new InvalidArgumentError(imports.expectedKind);
};

const withCommon = (command: Command): Command =>
  command
    .option("--config <path>", options.config)
    .option("--json", options.json)
    .option("--verbose", options.verbose)
    .addHelpText("after", `\n${imports.examples}`);

/** Options that stand before the name of a subcommand are its too. */
const all = (command: Command): UndoOptions => command.optsWithGlobals<UndoOptions & Record<string, unknown>>();

export const addImport = (program: Command, commands: ImportCommands): void => {
  const parent = withCommon(program.command("import").description(imports.says))
    .argument("[file]", imports.file)
    .option("--dry-run", imports.dryRun)
    .option("--template <file>", imports.template, templateFile)
    .option("--by <name>", imports.by)
    .action((file: string | undefined, given: ImportOptions) => commands.import(file, given));
  withCommon(parent.command("list").description(imports.listSays)).action((_given, command: Command) =>
    commands.importList(all(command)),
  );
  withCommon(parent.command("undo").description(imports.undoSays))
    .argument("[id]", imports.id)
    .option("--by <name>", imports.by)
    .action((id: string | undefined, _given, command: Command) => commands.importUndo(id, all(command)));
};
