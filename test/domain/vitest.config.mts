import { defineConfig } from "vitest/config";

/** Only the tests of the domain: a change in the rules must be noticed there, not by luck further out. */
/** A mutant is tried with the tests of its room and few examples of each law, or a night would not suffice. */
const isMutated = process.env["STRYKER_MUTATOR_WORKER"] !== undefined;

export default defineConfig({
  test: {
    environment: "node",
    include: process.env["DOMAIN_TESTS"]?.split(",") ?? ["src/domain/**/*.test.ts"],
    testTimeout: 60_000,
    setupFiles: isMutated ? ["test/domain/fewRuns.ts"] : [],
    coverage: {
      include: ["src/domain/**/*.ts"],
      exclude: ["src/domain/**/*.test.ts"],
      thresholds: { branches: 98 },
      reportsDirectory: "out/coverage",
    },
  },
});
