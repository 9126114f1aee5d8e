import { defineConfig } from "vitest/config";

/** Only the tests of the domain: a change in the rules must be noticed there, not by luck further out. */
export default defineConfig({
  test: {
    environment: "node",
    include: ["src/domain/**/*.test.ts"],
    testTimeout: 60_000,
    coverage: {
      include: ["src/domain/**/*.ts"],
      exclude: ["src/domain/**/*.test.ts"],
      thresholds: { branches: 100 },
      reportsDirectory: "out/coverage",
    },
  },
});
