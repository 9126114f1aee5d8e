// Keeps what each runner counted in out/results, so that one place can add it up.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../out/results", import.meta.url));

const isFile = (path) => path !== undefined && existsSync(path);

/** vitest's JSON report. A file that did not even load has no tests in it and counts as one failure. */
const countsOf = (file) => {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, "utf8"));
  const notLoaded = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  );
  return { passed: numPassedTests, failed: numFailedTests + notLoaded.length };
};

/** A step counts as one check; a step with a vitest report counts its tests, and itself only if it failed without one. */
export const countStep = ({ ok, results }) => {
  if (!isFile(results)) return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const { passed, failed } = countsOf(results);
  return { passed, failed: !ok && failed === 0 ? 1 : failed };
};

export const sum = (counts) =>
  counts.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), {
    passed: 0,
    failed: 0,
  });

/** `steps`: { name, ok, results? }; written as `out/results/<runner>.counts.json`. */
export const writeResults = (runner, steps) => {
  mkdirSync(folder, { recursive: true });
  const counts = sum(steps.map(countStep));
  writeFileSync(join(folder, `${runner}.counts.json`), JSON.stringify(counts));
  return counts;
};

export const clearResults = () => rmSync(folder, { recursive: true, force: true });

/** Sum over all runners that have written; `runners` that are missing count as one failure each. */
export const totalOf = (runners) => {
  const written = existsSync(folder) ? readdirSync(folder) : [];
  const one = (runner) => {
    const name = `${runner}.counts.json`;
    return written.includes(name) ? JSON.parse(readFileSync(join(folder, name), "utf8")) : { passed: 0, failed: 1 };
  };
  return sum(runners.map(one));
};
