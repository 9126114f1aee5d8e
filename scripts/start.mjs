// `npm start`: builds, starts a simulated tenant, reads it with a real sync and serves the panel on it.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildAll } from "./build.mjs";

const help = `Shows the panel on a simulated tenant; nothing leaves this machine. Ctrl-C stops everything.

  npm start [-- OPTIONS]

  --profile NAME      contoso (default), scenario-1, empty or large
  --environments N    number of environments of the profile large (1 to 5000)
  --port N            port of the panel (default 4280)
  --no-build          use what was built before
  --help              this text

The tenant's tables are kept in .tenant/ and used again by the next start. Remove that folder to begin anew.

Examples:
  npm start
  npm start -- --profile scenario-1
  npm start -- --profile large --environments 1000 --port 5000`;

const usage = 2;
const defaultPort = "4280";

const options = {
  profile: { type: "string", default: "contoso" },
  environments: { type: "string" },
  port: { type: "string", default: defaultPort },
  "no-build": { type: "boolean", default: false },
  help: { type: "boolean", default: false },
};

class UsageError extends Error {}

const wholeNumber = (name, text, from, to) => {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= from && value <= to) return value;
  throw new UsageError(`--${name}: expected a whole number from ${from} to ${to}, got "${text}".`);
};

const read = () => {
  try {
    const { values } = parseArgs({ options, strict: true });
    const { profile, environments } = values;
    const port = wholeNumber("port", values.port, 0, 65_535);
    if (environments === undefined) return { ...values, port };
    if (profile !== "large") throw new UsageError("--environments belongs to --profile large.");
    return { ...values, port, environments: wholeNumber("environments", environments, 1, 5000) };
  } catch (error) {
    throw new UsageError(error.message);
  }
};

const run = async () => {
  const given = read();
  if (given.help) {
    console.log(help);
    return 0;
  }
  if (!given["no-build"]) await buildAll();
  const { startDemo } = await import("../out/node/demo.mjs");
  return startDemo({
    profile: given.profile,
    port: given.port,
    environments: given.environments,
    stateFolder: fileURLToPath(new URL("../.tenant", import.meta.url)),
  });
};

const explain = (error) => {
  if (error instanceof UsageError) return `${error.message}\n\nnpm start -- --help lists the options.`;
  if (error.code === "ERR_MODULE_NOT_FOUND" && error.message.includes("demo.mjs")) {
    return "Nothing was built yet. Leave out --no-build.";
  }
  return error.message;
};

run().then(
  (code) => process.exit(code),
  (error) => {
    console.error(`start: ${explain(error)}`);
    process.exit(error instanceof UsageError ? usage : 1);
  },
);
