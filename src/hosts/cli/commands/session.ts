/** What both commands start from: settings with the options laid over them, and the adapters for them. */
import { compose, type Composition } from "../../compose";
import { readConfig, type Config } from "../../config/config";
import { routeOf } from "../../route";
import type { ScheduleOptions } from "../program";

export interface Session {
  /** Its `settled` gives the settings that a command works with. */
  readonly composition: Composition;
}

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

/** Throws `ConfigError` with all faults, or `SourceError` when the certificate cannot be used. */
export const openSession = (options: ScheduleOptions & { readonly config?: string }): Session => {
  const { env } = process;
  const named = options.config ?? env["QUOTA_PANEL_CONFIG"];
  const file = named === undefined ? {} : { file: named };
  const config = scheduled(readConfig({ ...file, environment: env, folder: process.cwd() }), options);
  return { composition: compose(config, routeOf(env)) };
};
