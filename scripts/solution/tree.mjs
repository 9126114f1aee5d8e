import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

/**
 * Files of a folder: path with `/` from that folder, to content.
 * @typedef {ReadonlyMap<string, Uint8Array>} Tree
 */

/** Code unit order: the same on every machine, whatever its locale. */
export const byCodeUnit = (/** @type {string} */ a, /** @type {string} */ b) => (a < b ? -1 : a > b ? 1 : 0);

const isHousekeeping = (/** @type {string} */ path) => path.split("/").some((name) => name.startsWith("."));

/** @param {string} folder @returns {Promise<Tree>} without dot files, in code unit order */
export async function readTree(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const paths = files.map((file) => relative(folder, file).split(sep).join("/")).filter((path) => !isHousekeeping(path));
  const pairs = paths.sort(byCodeUnit).map(async (path) => [path, new Uint8Array(await readFile(join(folder, path)))]);
  return new Map(/** @type {[string, Uint8Array][]} */ (await Promise.all(pairs)));
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Text without byte order mark and with LF. @param {Tree} tree @param {string} path @returns {string} */
export function textOf(tree, path) {
  const bytes = tree.get(path);
  if (bytes === undefined) throw new Error(`${path} is not in the solution folder`);
  try {
    return decoder.decode(bytes).replaceAll("\r\n", "\n");
  } catch (cause) {
    throw new Error(`${path} is not UTF-8`, { cause });
  }
}

/** Makes `folder` hold exactly `tree` beside the files that `keep` names. @param {string} folder @param {Tree} tree @param {(path: string) => boolean} keep */
export async function replaceFiles(folder, tree, keep) {
  await mkdir(folder, { recursive: true });
  const present = [...(await readTree(folder)).keys()].filter((path) => !keep(path) && !tree.has(path));
  for (const path of present) await rm(join(folder, path));
  for (const [path, content] of tree) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
