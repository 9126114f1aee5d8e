/** The layers, executed: domain <- app <- adapters <- hosts, and domain <- PCFControl. Each rule says what to do instead. */
const no = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const testFile = "\\.test\\.tsx?$";

export default {
  forbidden: [
    no(
      "domain-is-alone",
      "The domain runs in the browser and in Node and is pure. Pass what it needs as an argument.",
      { path: "^src/domain", pathNot: [testFile, "^src/domain/engine/forecast/"] },
      { pathNot: "^src/domain" },
    ),
    no(
      "forecast-may-count",
      "simple-statistics is pure and runs in the browser: the forecast takes its quantiles from there, and nothing else (docs/adr/0009-forecast.md).",
      { path: "^src/domain/engine/forecast/", pathNot: testFile },
      { pathNot: "^(src/domain|node_modules/simple-statistics)/" },
    ),
    no(
      "app-knows-only-the-domain",
      "A use case talks to the outside through app/ports.ts. Add a port instead of importing an adapter.",
      { path: "^src/app", pathNot: testFile },
      { pathNot: "^src/(app|domain)" },
    ),
    no(
      "adapters-do-not-know-hosts",
      "A host composes adapters, never the other way. Move what both need to app or domain.",
      { path: "^src/adapters", pathNot: testFile },
      { path: "^src/(hosts|simulator)|^PCFControl" },
    ),
    no(
      "adapters-are-strangers",
      "One adapter does not use another; what they share lives in adapters/http.",
      { path: "^src/adapters/([^/]+)/", pathNot: testFile },
      { path: "^src/adapters/([^/]+)/", pathNot: "^src/adapters/($1|http)/" },
    ),
    no(
      "simulator-stands-for-the-outside",
      "The simulated tenant must not share code with what it tests, the names of our tables excepted: read them from solution/.",
      { path: "^src/simulator", pathNot: testFile },
      { path: "^src/(domain|app|adapters|hosts)|^PCFControl" },
    ),
    no(
      "panel-knows-only-the-domain",
      "The panel reads tables and shows them. What it computes belongs to the domain.",
      { path: "^PCFControl", pathNot: testFile },
      { path: "^src/", pathNot: "^src/domain" },
    ),
    no(
      "components-do-not-see-the-platform",
      "Only PCFControl/host touches ComponentFramework. Give the component what it needs as props.",
      { path: "^PCFControl/components", pathNot: testFile },
      { path: "^PCFControl/host" },
    ),
    no("nobody-imports-tests", "Move what is shared to test/ fixtures or to the code.", {}, { path: testFile }),
    no(
      "product-does-not-import-test",
      "test/ is for tests only.",
      { path: "^(src|PCFControl)/", pathNot: testFile },
      { path: "^test/" },
    ),
    no("no-circles", "Break the circle: the part that both need is a file of its own.", {}, { circular: true }),
    no(
      "no-orphan-packages",
      "Name the package in package.json.",
      {},
      { dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown"], dependencyTypesNot: ["npm", "npm-dev"] },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    combinedDependencies: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.lint.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
