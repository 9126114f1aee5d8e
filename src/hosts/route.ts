/** Real hosts, or, when `QUOTA_PANEL_SIMULATOR` names a simulated tenant on this machine, that one and nothing else. */
import { directRoute, simulatorRoute, type Route } from "../adapters/http/routes";
import { ConfigError } from "./config/config";

const variable = "QUOTA_PANEL_SIMULATOR";
const loopback = /^http:\/\/127\.0\.0\.1:\d{1,5}$/;

export const routeOf = (environment: Readonly<Record<string, string | undefined>>): Route => {
  const base = environment[variable] ?? "";
  if (base === "") return directRoute;
  // Tokens would follow this address, so it never leads away from this machine.
  if (!loopback.test(base)) throw new ConfigError("environment", [`${variable}: expected http://127.0.0.1:PORT`]);
  return simulatorRoute(base);
};
