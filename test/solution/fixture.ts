/** The solution as it is packed: the committed folder and a control that fits the manifest of PCFControl. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readModel, readTree, textOf, type Model, type Tree } from "../../scripts/solution/index.mjs";

const repository = new URL("../../", import.meta.url);
export const controlFolder = "Controls/dqp_QuotaPanel.PCFControl";

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

export async function packageVersion(): Promise<string> {
  const content: unknown = JSON.parse(await readFile(new URL("package.json", repository), "utf8"));
  if (typeof content === "object" && content !== null && "version" in content) return String(content.version);
  throw new Error("package.json has no version");
}

/** What the build makes of the control's source manifest, with empty files for what it names. */
async function controlFiles(): Promise<readonly (readonly [string, Uint8Array])[]> {
  const source = await readFile(new URL("PCFControl/ControlManifest.Input.xml", repository), "utf8");
  const built = source.replace('code path="index.ts"', 'code path="bundle.js"');
  const named = [...built.matchAll(/ path="([^"]+)"/g)].map((match) => match[1] ?? "");
  return [["ControlManifest.xml", encode(built)] as const, ...named.map((path) => [path, encode("x")] as const)];
}

export async function solutionTree(): Promise<Tree> {
  const committed = [...(await readTree(fileURLToPath(new URL("solution/src", repository))))];
  const sources = committed.filter(([path]) => !path.startsWith(controlFolder) || path.endsWith(".data.xml"));
  const control = (await controlFiles()).map(([path, content]) => [`${controlFolder}/${path}`, content] as const);
  return new Map([...sources, ...control].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export async function solutionModel(): Promise<Model> {
  const read = readModel(await solutionTree());
  if ("model" in read) return read.model;
  throw new Error(JSON.stringify(read.problems));
}

/** The tree with one text changed. Fails when there is nothing to change, so that no test passes by accident. */
export function changed(tree: Tree, path: string, from: string | RegExp, to: string): Tree {
  const before = textOf(tree, path);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${String(from)} does not occur in ${path}`);
  return new Map([...tree, [path, encode(after)]]);
}

/** The only path that matches. */
export function pathLike(tree: Tree, pattern: RegExp): string {
  const [path, ...others] = [...tree.keys()].filter((candidate) => pattern.test(candidate));
  if (path === undefined || others.length > 0) throw new Error(`${String(pattern)} does not name one file`);
  return path;
}
