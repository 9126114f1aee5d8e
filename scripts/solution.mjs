#!/usr/bin/env node
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildAll } from "./build.mjs";
import { lintPackage, lintSolution, packageFiles, readTree, replaceFiles, zipFiles } from "./solution/index.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const control = join(root, "out", "controls", "PCFControl");
const source = join(root, "solution", "src");
const controlInSolution = join(source, "Controls", "dqp_QuotaPanel.PCFControl");
const uniqueName = "QuotaPanelForDynamics365";

const help = `Makes the Dataverse solution packages from solution/src and the built control.

  npm run solution                    both packages into out/solution
  npm run solution -- --rebuild       build the control even when it is up to date
  npm run solution -- --check         only check solution/src; write no package
  npm run solution -- --out FOLDER    write the packages to FOLDER

The same sources give the same bytes. Whoever has .NET can pack the same folder with
"pac solution pack --folder solution/src --zipfile x.zip", once this command has put the control there.`;

/** Puts the built control into the solution's folder, and nothing of an older build stays. @param {boolean} rebuild */
async function placeControl(rebuild) {
  await buildAll({ only: ["control"], force: rebuild });
  await replaceFiles(controlInSolution, await readTree(control), (path) => path.endsWith(".data.xml"));
}

/** @param {import("./solution/model.mjs").Problem[]} problems */
function refuse(problems) {
  for (const { rule, path, message } of problems) console.error(`${path}: ${message} (${rule})`);
  console.error(`${problems.length} problems in the solution; no package was written.`);
  process.exitCode = 1;
}

/** @param {string} folder @param {string} name @param {Uint8Array} content */
async function write(folder, name, content) {
  await writeFile(join(folder, name), content);
  const hash = createHash("sha256").update(content).digest("hex");
  console.log(`${join(folder, name)}  ${content.length.toLocaleString("en")} bytes  SHA-256 ${hash}`);
}

/** @param {{ rebuild: boolean, check: boolean, out: string }} options */
async function main({ rebuild, check, out }) {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  await placeControl(rebuild);
  const tree = await readTree(source);
  const problems = lintSolution(tree, version);
  if (problems.length > 0) return refuse(problems);
  const packages = [false, true].map((managed) => packageFiles(tree, managed));
  const broken = packages.flatMap(lintPackage);
  if (broken.length > 0) return refuse(broken);
  if (check) return console.log(`The solution is sound: ${tree.size} files, version ${version}.`);
  await mkdir(out, { recursive: true });
  const suffixes = ["", "_managed"];
  for (const [index, files] of packages.entries())
    await write(out, `${uniqueName}_${version}${suffixes[index]}.zip`, zipFiles(files));
}

async function run() {
  const { values } = parseArgs({
    options: {
      help: { type: "boolean", short: "h", default: false },
      rebuild: { type: "boolean", default: false },
      check: { type: "boolean", default: false },
      out: { type: "string", default: join(root, "out", "solution") },
    },
  });
  if (values.help) return console.log(help);
  await main(values);
}

run().catch((error) => {
  console.error(`solution: ${error.message}`);
  process.exitCode = 1;
});
