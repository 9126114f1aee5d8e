/**
 * The log of a process that stays: JSON lines by pino, each with its run. What opens doors is cut out by name, and what
 * looks like it or like a person out of every line.
 */
import { pino, type Logger } from "pino";
import { withoutSecrets } from "../../adapters/http/errors";
import { currentRun } from "../telemetry/runContext";

const secretNames = ["clientSecret", "secret", "token", "accessToken", "authorization", "privateKey", "certificate"];
const redacted = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

export type Log = Pick<Logger, "info" | "warn" | "error">;

/** To standard error, so that standard output stays for what a person asked for. */
export const createLog = (): Log =>
  pino(
    {
      name: "quota-panel",
      redact: { paths: redacted, censor: "[removed]" },
      mixin: () => ({ run: currentRun() }),
      hooks: { streamWrite: withoutSecrets },
    },
    pino.destination({ fd: 2, sync: true }),
  );
