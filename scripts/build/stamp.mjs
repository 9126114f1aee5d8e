// Tells whether what was built still fits its sources, by the hash of their contents.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const filesUnder = (path) => {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
};

// pcf-scripts writes its types into `generated` while it builds.
const isSource = (file) => !/\.test\.tsx?$|[\\/]generated[\\/]/.test(file);

const hashOf = (root, sources) => {
  const hash = createHash("sha256").update(process.version);
  for (const file of sources.flatMap((source) => filesUnder(join(root, source))).filter(isSource)) {
    hash.update(`\0${file.slice(root.length)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
};

const stampOf = (root, name) => join(root, "out", ".stamps", name);

/** `target`: { name, sources: paths, makes: paths }, all relative to `root`. */
export const isUpToDate = (root, target) => {
  const stamp = stampOf(root, target.name);
  const made = target.makes.every((file) => existsSync(join(root, file)));
  return made && existsSync(stamp) && readFileSync(stamp, "utf8") === hashOf(root, target.sources);
};

export const currentHash = (root, target) => hashOf(root, target.sources);

export const writeStamp = (root, target, hash) => {
  const stamp = stampOf(root, target.name);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
};
