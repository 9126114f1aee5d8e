// Writes down which packages of OpenTelemetry a process loads.
import { appendFileSync } from "node:fs";

/** @type {import("node:module").ResolveHook} */
export const resolve = (specifier, context, next) => {
  if (specifier.startsWith("@opentelemetry/")) appendFileSync(process.env["LOADED_PACKAGES"] ?? "", `${specifier}\n`);
  return next(specifier, context);
};
