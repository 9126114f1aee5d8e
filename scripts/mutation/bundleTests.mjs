/** All tests of a room and the code they test, as one script that can be begun again and again within a process. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";
import { build } from "vite";

const entry = "virtual:tests";

const entryOf = (patterns) => ({
  name: "tests-of-a-room",
  resolveId: (id) => (id === entry ? `\0${entry}` : undefined),
  load: (id) => (id === `\0${entry}` ? `import.meta.glob(${JSON.stringify(patterns)}, { eager: true });` : undefined),
});

const outside = ["vitest", "fast-check"];

const textOf = async (root, patterns) => {
  const { output } = await build({
    ...{ root, configFile: false, logLevel: "error" },
    plugins: [entryOf(patterns)],
    ssr: { noExternal: true, external: outside },
    build: {
      ...{ ssr: true, write: false, minify: false, target: "node20" },
      rolldownOptions: {
        input: entry,
        external: outside,
        treeshake: false,
        output: { format: "cjs", codeSplitting: false },
      },
    },
  });
  return output[0].code;
};

/**
 * `patterns` are globs from `root` on, each beginning with "/". Gives a function that loads all modules anew, so that
 * nothing that one mutant left in memory is met by the next, with `vitest` in place of the package of that name.
 */
export const bundleTests = async (root, patterns) => {
  const code = await textOf(root, patterns);
  const require = createRequire(join(root, "package.json"));
  const load = new Script(`(function (require, module, exports) {${code}\n})`, {
    filename: join(root, "tests.cjs"),
  }).runInThisContext();
  return (vitest) => {
    const module = { exports: {} };
    load((name) => (name === "vitest" ? vitest : require(name)), module, module.exports);
  };
};
