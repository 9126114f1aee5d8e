/**
 * `describe` and `it` as the tests of the domain use them, which only write down what is to be run: no hooks, no
 * snapshots, no time limits. Every test gets an id of its own, the same each time the files are loaded.
 */

const cases = (rows) => rows.map((row) => (Array.isArray(row) ? row : [row]));

/** The words of a title for one row; only people read them. */
const titled = (title, row) => `${title} ${row.map((value) => String(JSON.stringify(value))).join(", ")}`.slice(0, 200);

/** Options may stand before it, or a time limit behind it. */
const functionOf = (rest) => rest.find((item) => typeof item === "function");

export const testCollector = () => {
  const tests = [];
  const groups = [];
  const it = (title, ...rest) => {
    const run = functionOf(rest);
    const name = [...groups, title].join(" ");
    tests.push({ id: `${tests.length} ${name}`, name, run });
  };
  const describe = (title, ...rest) => {
    groups.push(title);
    functionOf(rest)();
    groups.pop();
  };
  const eachOf =
    (define) =>
    (rows) =>
    (title, ...rest) => {
      const run = functionOf(rest);
      for (const row of cases(rows)) define(titled(title, row), () => run(...row));
    };
  return {
    tests,
    api: { it: Object.assign(it, { each: eachOf(it) }), describe: Object.assign(describe, { each: eachOf(describe) }) },
  };
};
