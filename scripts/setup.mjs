// Brings a fresh clone to where it can be built: npm packages, and a browser when asked for. Node's own modules only.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findChromium } from "./findChromium.mjs";

const help = `Installs what the other scripts need. Runs by itself before "npm start" and "npm test".

  node scripts/setup.mjs [--browser]

  --browser   also find a Chromium for the browser tests, or install one:
              CHROMIUM_PATH, the one of playwright-core, the usual places of this system;
              else playwright-core's own download; else apt, on Debian as root
  --help      this text`;

const root = fileURLToPath(new URL("..", import.meta.url));
const say = (line) => console.log(`setup: ${line}`);

const lockHash = () =>
  createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");

const stampFile = join(root, "node_modules", ".quota-panel-lock");

const isInstalled = () => existsSync(stampFile) && readFileSync(stampFile, "utf8") === lockHash();

/** npm itself notes what it installed; a tree that fits the lock file by that note needs no second installation. */
const fitsLock = () => {
  const noted = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(noted)) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const wanted = packagesOf(join(root, "package-lock.json"));
  const found = packagesOf(noted);
  return Object.entries(wanted).every(
    ([path, entry]) => path === "" || entry.optional === true || found[path]?.version === entry.version,
  );
};

/** npm's own program where npm started this script, so that no shell is needed on any system. */
const npm = (args) => {
  const program = process.env.npm_execpath;
  const [command, first] = program?.endsWith("js") ? [process.execPath, [program]] : ["npm", []];
  return spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: "inherit",
    shell: command === "npm" && process.platform === "win32",
  });
};

const installPackages = () => {
  if (isInstalled()) return;
  if (!fitsLock()) {
    say("installing npm packages (npm ci); this takes a minute or two");
    const { status } = npm(["ci", "--no-audit", "--no-fund"]);
    if (status !== 0) throw new Error(`npm ci ended with code ${status}.`);
  }
  writeFileSync(stampFile, lockHash());
};

const downloadChromium = () => {
  say("no Chromium found; trying playwright-core's own download");
  const cli = join(root, "node_modules", "playwright-core", "cli.js");
  const args = [cli, "install", "chromium", "--no-shell", "--no-progress"];
  spawnSync(process.execPath, args, { stdio: "inherit", timeout: 300_000 });
  return findChromium();
};

const mayUseApt = () => process.platform === "linux" && existsSync("/etc/debian_version") && process.getuid?.() === 0;

const installByApt = () => {
  if (!mayUseApt()) return undefined;
  say("the download did not help; installing the package chromium by apt");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  execFileSync("apt-get", ["update", "-q"], { stdio: "inherit", env });
  execFileSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], { stdio: "inherit", env });
  return findChromium();
};

const provideBrowser = async () => {
  const found = (await findChromium()) ?? (await downloadChromium()) ?? (await installByApt());
  if (found === undefined) {
    throw new Error("No Chromium could be found or installed. Install one and name it in CHROMIUM_PATH.");
  }
  say(`browser: ${found.path} (${found.origin})`);
};

const { values } = parseArgs({ options: { browser: { type: "boolean" }, help: { type: "boolean" } } });
if (values.help) {
  console.log(help);
} else {
  try {
    installPackages();
    if (values.browser) await provideBrowser();
  } catch (error) {
    console.error(`setup: ${error.message}`);
    process.exitCode = 1;
  }
}
