import { mergeConfig } from "vitest/config";
import domain from "./vitest.config.mts";

export default mergeConfig(domain, { test: { setupFiles: ["test/domain/fewRuns.ts"] } });
