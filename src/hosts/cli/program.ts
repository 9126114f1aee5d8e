/** The commands and their options. What they do stands in `commands/`. */
import { Command, InvalidArgumentError, Option } from "commander";
import * as v from "valibot";
import product from "../../../package.json" with { type: "json" };
import { environmentVariables } from "../config/environment";
import { timeZone } from "../../adapters/facts/settings";
import { cronSchema } from "../config/schema";
import { exitCodeTable } from "./exitCodes";
import { messages } from "./messages";
import { doctor } from "./messages/doctor";
import { addImport, type ImportCommands } from "./importCommands";
import { addOfflineCommands, type OfflineCommands } from "./offlineCommands";

export interface ScheduleOptions {
  readonly schedule?: string;
  readonly timeZone?: string;
  readonly jitter?: number;
  readonly verbose?: boolean;
}

export interface SyncOptions extends ScheduleOptions {
  readonly config?: string;
  readonly json?: boolean;
  readonly saveFacts?: string;
  readonly redact?: boolean;
}

export interface ServeOptions extends ScheduleOptions {
  readonly config?: string;
  readonly port: number;
}

export interface DoctorOptions {
  readonly config?: string;
  readonly verbose?: boolean;
  readonly json?: boolean;
  readonly fix?: boolean;
  readonly environments: number | "all";
}

export interface Commands extends OfflineCommands, ImportCommands {
  sync(options: SyncOptions): Promise<void>;
  serve(options: ServeOptions): Promise<void>;
  doctor(options: DoctorOptions): Promise<void>;
}

export const defaultPort = 4280;
const defaultEnvironments = 3;
const mostEnvironments = 5_000;

const wholeNumber =
  (most: number, message: string) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value <= most) return value;
    throw new InvalidArgumentError(message);
  };

const checked =
  (schema: v.GenericSchema<string, string>) =>
  (text: string): string => {
    const result = v.safeParse(schema, text);
    if (result.success) return result.output;
    throw new InvalidArgumentError(result.issues[0].message);
  };

const { options, examples } = messages;

const withSchedule = (command: Command): Command =>
  command
    .option("--config <path>", options.config)
    .option("--verbose", options.verbose)
    .addOption(new Option("--schedule <cron>", options.schedule).argParser(checked(cronSchema)))
    .addOption(new Option("--time-zone <zone>", options.timeZone).argParser(checked(timeZone)))
    .addOption(new Option("--jitter <seconds>", options.jitter).argParser(wholeNumber(3600, options.expectedSeconds)));

const environmentsOf = (text: string): number | "all" =>
  text === "all" ? text : wholeNumber(mostEnvironments, doctor.expectedEnvironments)(text);

const addDoctor = (program: Command, commands: Commands): void => {
  program
    .command("doctor")
    .description(doctor.says)
    .option("--config <path>", options.config)
    .option("--json", options.json)
    .option("--verbose", options.verbose)
    .option("--fix", doctor.fix)
    .addOption(
      new Option("--environments <count>", doctor.environments).default(defaultEnvironments).argParser(environmentsOf),
    )
    .addHelpText("after", `\n${doctor.examples}`)
    .action((given: DoctorOptions) => commands.doctor(given));
};

const environmentTable = (): string =>
  environmentVariables.map(({ name, says }) => `  ${name.padEnd(30)}  ${says}`).join("\n");

const epilogue = (): string =>
  ["", examples.program, "", messages.exitCodes, exitCodeTable(), "", messages.environment, environmentTable()].join(
    "\n",
  );

const withSubcommands = (command: Command): readonly Command[] => [command, ...command.commands];

/** Errors of usage are thrown as `CommanderError`; nothing here ends the process. */
export const createProgram = (commands: Commands): Command => {
  const program = new Command("quota-panel")
    .description(messages.program)
    .version(product.version)
    .showHelpAfterError()
    .addHelpText("after", epilogue());
  withSchedule(program.command("sync").description(messages.sync))
    .option("--json", options.json)
    .option("--save-facts <file>", options.saveFacts)
    .option("--redact", options.redact)
    .addHelpText("after", `\n${examples.sync}`)
    .action((given: SyncOptions) => commands.sync(given));
  withSchedule(program.command("serve").description(messages.serve))
    .addOption(
      new Option("--port <port>", options.port)
        .default(defaultPort)
        .argParser(wholeNumber(65_535, options.expectedPort)),
    )
    .addHelpText("after", `\n${examples.serve}`)
    .action((given: ServeOptions) => commands.serve(given));
  addDoctor(program, commands);
  addImport(program, commands);
  addOfflineCommands(program, commands);
  for (const command of [program, ...program.commands.flatMap(withSubcommands)]) command.exitOverride();
  return program;
};
