// Prints the sum of what the runners counted; the last line of the continuous integration.
import { parseArgs } from "node:util";
import { clearResults, totalOf } from "./results.mjs";

const help = `Adds up what the runners counted.

  node scripts/total.mjs RUNNER...   prints "N passed, N failed"; a runner that did not report counts as one failure
  node scripts/total.mjs --clear     forgets earlier counts
  node scripts/total.mjs --help      this text`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { clear: { type: "boolean" }, help: { type: "boolean" } },
});
if (values.help) {
  console.log(help);
} else if (values.clear) {
  clearResults();
} else {
  const { passed, failed } = totalOf(positionals);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
