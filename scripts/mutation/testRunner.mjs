/**
 * Runs the tests of a room for Stryker within one process. Starting a test process for every one of thousands of
 * mutants takes a second each; the tests themselves take milliseconds, as the domain is pure.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { PluginKind, commonTokens, declareFactoryPlugin } from "@stryker-mutator/api/plugin";
import { DryRunStatus, MutantRunStatus, TestStatus, determineHitLimitReached } from "@stryker-mutator/api/test-runner";
import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { expect } from "vitest";
import { bundleTests } from "./bundleTests.mjs";
import { testCollector } from "./collectTests.mjs";

/** The first failing test notices a mutant: few examples of each law are enough, and always the same ones. */
const laws = { numRuns: 8, seed: 20_261_122 };

const messageOf = (error) => (error instanceof Error ? error.message : String(error));

const outcomeOf = async (run) => {
  try {
    await run();
    return { status: TestStatus.Success };
  } catch (error) {
    return { status: TestStatus.Failed, failureMessage: messageOf(error) };
  }
};

class OneProcessRunner {
  /** `shared` is what the code of the mutants looks at: which of them is on, and who came by. */
  constructor({ roomTests }, shared) {
    this.patterns = roomTests;
    this.shared = shared;
    this.kills = [];
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    const root = process.cwd();
    createRequire(join(root, "package.json"))("fast-check").configureGlobal(laws);
    this.load = await bundleTests(root, this.patterns);
  }

  /** The tests, with all modules loaded anew and no mutant on. */
  collect() {
    const { tests, api } = testCollector();
    this.shared.activeMutant = undefined;
    this.shared.currentTestId = undefined;
    this.load({ ...api, expect });
    return tests;
  }

  async dryRun() {
    const results = [];
    for (const { id, name, run } of this.collect()) {
      this.shared.currentTestId = id;
      const begin = performance.now();
      const outcome = await outcomeOf(run);
      results.push({ id, name, ...outcome, timeSpentMs: performance.now() - begin });
    }
    this.shared.currentTestId = undefined;
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: this.shared.mutantCoverage };
  }

  /** Mutants come in the order of the code: the test that noticed the last one is the likeliest to notice the next. */
  inOrder(tests) {
    const rank = new Map(this.kills.map((id, index) => [id, index]));
    return tests.toSorted((one, other) => (rank.get(other.id) ?? -1) - (rank.get(one.id) ?? -1));
  }

  remember(id) {
    this.kills = [...this.kills.filter((other) => other !== id), id];
  }

  async mutantRun({ testFilter, activeMutant, hitLimit }) {
    const wanted = new Set(testFilter);
    const tests = this.inOrder(this.collect().filter(({ id }) => testFilter === undefined || wanted.has(id)));
    Object.assign(this.shared, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    for (const [index, { id, run }] of tests.entries()) {
      const { status, failureMessage } = await outcomeOf(run);
      const endless = determineHitLimitReached(this.shared.hitCount, hitLimit);
      if (endless !== undefined) return { status: MutantRunStatus.Timeout, reason: endless.reason };
      if (status === TestStatus.Failed) {
        this.remember(id);
        return { status: MutantRunStatus.Killed, killedBy: [id], failureMessage, nrOfTests: index + 1 };
      }
    }
    return { status: MutantRunStatus.Survived, nrOfTests: tests.length };
  }
}

const create = (options, namespace) => new OneProcessRunner(options, (globalThis[namespace] ??= {}));
create.inject = [commonTokens.options, "globalNamespace"];

const createRunner = (injector) =>
  injector.provideValue("globalNamespace", INSTRUMENTER_CONSTANTS.NAMESPACE).injectFunction(create);
createRunner.inject = [commonTokens.injector];

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "oneProcess", createRunner)];
