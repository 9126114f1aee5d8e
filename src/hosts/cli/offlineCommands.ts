/** The commands that work from a file or from the catalogue alone, and their options. */
import type { Command } from "commander";
import { Argument, InvalidArgumentError, Option } from "commander";
import * as v from "valibot";
import { policy as policySchema, type GivenSettings } from "../../adapters/facts/settings";
import { day, instant } from "../../adapters/facts/values";
import { editionIds, meters, switchNames, type EditionId, type Instant, type MeterId } from "../../domain";
import { messages } from "./messages";
import { faults } from "./messages/offline";

export interface AsJson {
  readonly json?: boolean;
}

type GivenPolicy = NonNullable<GivenSettings["policy"]>;

export interface CaseOptions extends AsJson {
  readonly facts: string;
  readonly asOf?: Instant;
  readonly edition?: EditionId;
  readonly policy?: GivenPolicy;
}

export interface PlanOptions extends CaseOptions {
  readonly changes: string;
}

/** What the commands do; each gives what is printed. */
export interface OfflineCommands {
  assess(options: CaseOptions): Promise<void>;
  plan(options: PlanOptions): Promise<void>;
  explain(meter: MeterId, options: CaseOptions): Promise<void>;
  catalogDiff(one: EditionId, other: EditionId, options: AsJson): void;
  catalogRules(id: string | undefined, options: AsJson): void;
}

const { options, examples } = messages;

/** A day stands for its beginning, in UTC. */
const instantOf = (text: string): Instant => {
  const result = v.safeParse(instant, v.is(day, text) ? `${text}T00:00:00Z` : text);
  if (result.success) return result.output;
  throw new InvalidArgumentError(faults.day);
};

/** Adds one `NAME=VALUE` to those before it. */
const withReading = (text: string, before: GivenPolicy | undefined): GivenPolicy => {
  const [name = "", ...value] = text.split("=");
  const known = switchNames.some((other) => other === name);
  if (!known || value.length === 0) throw new InvalidArgumentError(faults.keyValue(switchNames.join(", ")));
  const result = v.safeParse(policySchema, { ...before, [name]: value.join("=") });
  if (result.success) return result.output;
  throw new InvalidArgumentError(`${name}: ${result.issues[0].message}.`);
};

const withCase = (command: Command): Command =>
  command
    .requiredOption("--facts <file>", options.facts)
    .addOption(new Option("--as-of <date>", options.asOf).argParser(instantOf))
    .addOption(new Option("--edition <name>", options.edition).choices(editionIds))
    .addOption(new Option("--policy <name=value>", options.policy).argParser(withReading))
    .option("--json", options.json);

const withHelp = (command: Command, text: string): Command => command.addHelpText("after", `\n${text}`);

const addCatalog = (program: Command, commands: OfflineCommands): void => {
  const catalog = withHelp(program.command("catalog").description(messages.catalog), examples.catalog);
  const edition = (name: string): Argument => new Argument(name, options.edition).choices(editionIds);
  withHelp(catalog.command("diff").description(messages.catalogDiff), examples.catalogDiff)
    .addArgument(edition("<one>"))
    .addArgument(edition("<other>"))
    .option("--json", options.json)
    .action((one: EditionId, other: EditionId, given: AsJson) => commands.catalogDiff(one, other, given));
  withHelp(catalog.command("rules").description(messages.catalogRules), examples.catalogRules)
    .argument("[id]", options.ruleId)
    .option("--json", options.json)
    .action((id: string | undefined, given: AsJson) => commands.catalogRules(id, given));
};

export const addOfflineCommands = (program: Command, commands: OfflineCommands): void => {
  withCase(withHelp(program.command("assess").description(messages.assess), examples.assess)).action(
    (given: CaseOptions) => commands.assess(given),
  );
  withCase(withHelp(program.command("plan").description(messages.plan), examples.plan))
    .requiredOption("--changes <file>", options.changes)
    .action((given: PlanOptions) => commands.plan(given));
  withCase(withHelp(program.command("explain").description(messages.explain), examples.explain))
    .addArgument(new Argument("<meter>", options.meter).choices(meters.map(({ id }) => id)))
    .action((meter: MeterId, given: CaseOptions) => commands.explain(meter, given));
  addCatalog(program, commands);
};
