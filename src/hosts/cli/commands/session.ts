/** What both commands start from: the adapters, put together for the settings with the options laid over them. */
import { compose, type Composition, type HostAbilities } from "../../compose";
import { readConfig, type Config } from "../../config/config";
import { routeOf } from "../../route";
import { messages } from "../messages";
import type { ScheduleOptions } from "../program";

const scheduled = (config: Config, { schedule, timeZone, jitter }: ScheduleOptions): Config => ({
  ...config,
  open: schedule === undefined ? config.open : config.open.filter((setting) => setting !== "schedule"),
  schedule: {
    ...config.schedule,
    ...(schedule === undefined ? {} : { cron: schedule }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(jitter === undefined ? {} : { jitterSeconds: jitter }),
  },
});

/** The settings with the options laid over them. Throws `ConfigError` with all faults. */
export const settingsOf = (options: ScheduleOptions & { readonly config?: string }): Config => {
  const { env } = process;
  const named = options.config ?? env["QUOTA_PANEL_CONFIG"];
  const file = named === undefined ? {} : { file: named };
  return scheduled(readConfig({ ...file, environment: env, folder: process.cwd() }), options);
};

/** Only at a terminal: a code in the log of a service is read by nobody in time, and by the wrong people later. */
const shownCode = (): HostAbilities =>
  process.stderr.isTTY
    ? { showCode: ({ code, address, until }) => process.stderr.write(`\n${messages.code(code, address, until)}\n`) }
    : {};

/** Its `settled` gives the settings that a command works with. Throws `ConfigError` with all faults, or `SourceError` when the certificate cannot be used. */
export const openSession = (options: ScheduleOptions & { readonly config?: string }): Composition =>
  compose(settingsOf(options), routeOf(process.env), shownCode());
