/** `--verbose`: requests as they happen, for a person in lines, in the log of a process that stays in fields. */
import { watchRequests } from "../../adapters/http/watching";
import { requestFields, requestLine } from "../telemetry/requestLines";
import type { Log } from "./log";

/** Until the process ends. */
export const showRequests = (stream: NodeJS.WriteStream): void => {
  watchRequests({ tried: (request, attempt) => void stream.write(`${requestLine(request, attempt)}\n`) });
};

/** Until the process ends. */
export const logRequests = (log: Log): void => {
  watchRequests({ tried: (request, attempt) => log.info(requestFields(request, attempt), "request") });
};
