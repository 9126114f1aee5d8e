/** Lays the environment variables of the solution under the settings: they fill what nobody said nearer to the run. */
import * as v from "valibot";
import { edition, staleAfterHours } from "../../adapters/facts/settings";
import { ConfigError, type Config } from "./config";
import { printable } from "./faults";
import { cronSchema } from "./schema";

type Variables = Readonly<Record<string, string>>;

interface Checked {
  readonly config: Config;
  readonly faults: readonly string[];
}

/** One variable, when it is set and its setting is still open. */
const filled = <T>(
  { config, faults }: Checked,
  {
    name,
    text,
    schema,
    place,
  }: {
    readonly name: string;
    readonly text: string | undefined;
    readonly schema: v.GenericSchema<unknown, T>;
    readonly place: (value: T) => Partial<Config>;
  },
): Checked => {
  if (text === undefined) return { config, faults };
  const result = v.safeParse(schema, text);
  if (result.success) return { config: { ...config, ...place(result.output) }, faults };
  return { config, faults: [...faults, `${name}: ${result.issues[0].message}, got ${printable(name, text)}`] };
};

const hoursText = v.pipe(v.string(), v.transform(Number), staleAfterHours);

const tenantFaults = ({ tenant }: Config, said: string | undefined): readonly string[] =>
  said === undefined || said.toLowerCase() === tenant.id.toLowerCase()
    ? []
    : [`dqp_TenantId: is ${printable("dqp_TenantId", said)}, but the settings name ${tenant.id}; check home.url`];

/**
 * The settings with `dqp_Schedule`, `dqp_StaleAfterHours` and `dqp_Edition` where `config.open` lets them in. Throws a
 * `ConfigError` with every wrong value, and when `dqp_TenantId` names another tenant: then this is not its home.
 */
export const overlayVariables = (config: Config, variables: Variables): Config => {
  const open = (setting: Config["open"][number], name: string): string | undefined =>
    config.open.includes(setting) ? variables[name] : undefined;
  const start: Checked = { config, faults: tenantFaults(config, variables["dqp_TenantId"]) };
  const scheduled = filled(start, {
    name: "dqp_Schedule",
    text: open("schedule", "dqp_Schedule"),
    schema: cronSchema,
    place: (cron) => ({ schedule: { ...config.schedule, cron } }),
  });
  const aged = filled(scheduled, {
    name: "dqp_StaleAfterHours",
    text: open("staleAfterHours", "dqp_StaleAfterHours"),
    schema: hoursText,
    place: (hours) => ({ settings: { ...scheduled.config.settings, staleAfterHours: hours } }),
  });
  const { config: whole, faults } = filled(aged, {
    name: "dqp_Edition",
    text: open("edition", "dqp_Edition"),
    schema: edition,
    place: (named) => ({ settings: { ...aged.config.settings, edition: named } }),
  });
  if (faults.length > 0) throw new ConfigError(`Environment variables of ${config.homeUrl}`, faults);
  return whole;
};
