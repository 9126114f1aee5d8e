/** The log of a process that stays: JSON lines by pino, with what opens doors cut out by name. */
import { pino, type Logger } from "pino";

const secretNames = ["clientSecret", "secret", "token", "accessToken", "authorization", "privateKey", "certificate"];
const redacted = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

export type Log = Pick<Logger, "info" | "warn" | "error">;

/** To standard error, so that standard output stays for what a person asked for. */
export const createLog = (): Log =>
  pino(
    { name: "quota-panel", redact: { paths: redacted, censor: "[removed]" } },
    pino.destination({ fd: 2, sync: true }),
  );
