// Builds what is not up to date: the control, the command line and the local page.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { currentHash, isUpToDate, writeStamp } from "./build/stamp.mjs";
import { targets } from "./build/targets.mjs";

const help = `Builds into out/. What still fits its sources, by the hash of their contents, is left as it is.

  node scripts/build.mjs [--only NAME]... [--force]

  --only NAME   control, node or web; may be given more than once
  --force       build even what is up to date
  --help        this text`;

const root = fileURLToPath(new URL("..", import.meta.url));
const secondsSince = (start) => `${((Date.now() - start) / 1000).toFixed(1)} s`;

const buildOne = async (target, force) => {
  if (!force && isUpToDate(root, target)) {
    console.log(`build: ${target.title}: up to date`);
    return;
  }
  const start = Date.now();
  const hash = currentHash(root, target);
  await target.build(root);
  writeStamp(root, target, hash);
  console.log(`build: ${target.title}: ${secondsSince(start)}`);
};

/** Builds the named targets one after another; without names, all. Rejects with what the builder said. */
export const buildAll = async ({ only = [], force = false } = {}) => {
  const wanted = only.length === 0 ? targets : targets.filter(({ name }) => only.includes(name));
  for (const target of wanted) await buildOne(target, force);
};

const run = async () => {
  const { values } = parseArgs({
    options: {
      only: { type: "string", multiple: true },
      force: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return console.log(help);
  const unknown = (values.only ?? []).filter((name) => !targets.some((target) => target.name === name));
  if (unknown.length > 0) throw new Error(`There is nothing named ${unknown.join(", ")} to build.`);
  await buildAll({ only: values.only, force: values.force });
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  run().catch((error) => {
    console.error(`build: ${error.message}`);
    process.exitCode = 1;
  });
}
