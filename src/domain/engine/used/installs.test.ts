import { describe, expect, it } from "vitest";
import {
  asOf,
  fakeTenant,
  packageOf,
  runId,
  type EnvironmentOptions,
  type FakeTenant,
} from "../../../../test/fixtures/fakeTenant.fixture";
import { assemble, defaultSettings, type MeterId } from "../..";

const complete = "MicrosoftDynamics_MktCompleteAnchorSolution";
const journeys = "DynamicsMKT_AnchorSolution";
const outboundCore = { uniqueName: "MicrosoftDynamics_Marketing", version: "1.0" };

const snapshotOf = (tenant: FakeTenant) => assemble(tenant.facts(), defaultSettings, { id: runId, asOf });

const meter = (tenant: FakeTenant, id: MeterId) => {
  const { owned, used, status, over } = snapshotOf(tenant).meters.find((item) => item.meter === id)!;
  return {
    owned: owned.kind === "known" ? owned.value : owned.kind,
    used: used.kind === "known" ? used.value : used.kind,
    ...{ status, over },
  };
};

const usage = (options: EnvironmentOptions, id: MeterId) =>
  snapshotOf(fakeTenant().withEnvironment("e", options)).environments[0]?.usage.find((item) => item.meter === id);

const figure = (value: number, source: string) => ({ kind: "known", value, asOf, source, confidence: "measured" });
const packages = "powerplatform.applicationPackages";

describe("CI-J.install.outbound", () => {
  it("two legacy Marketing bases give two slots", () => {
    const tenant = fakeTenant()
      .withSku("marketingBase", 2)
      .withEnvironment("a", { packages: [packageOf(complete)] });
    expect(meter(tenant, "installOutbound")).toEqual({ owned: 2, used: 1, status: "ok", over: 0 });
  });

  it("is over with more installations than slots, and a finding of its own", () => {
    const tenant = ["a", "b", "c"].reduce(
      (world, id) => world.withEnvironment(id, { packages: [packageOf(complete)] }),
      fakeTenant().withSku("marketingBase", 2),
    );
    expect(meter(tenant, "installOutbound")).toEqual({ owned: 2, used: 3, status: "over", over: 1 });
    expect(snapshotOf(tenant).findings.map(({ id }) => id)).toEqual([
      "outboundSlotsExceeded:installOutbound",
      "legacyRenewal:marketingBase",
      "severalBases:marketing",
    ]);
  });

  it("sees the module by its solution, when the package does not tell", () => {
    expect(usage({ solutions: [outboundCore] }, "installOutbound")).toEqual({
      meter: "installOutbound",
      counted: figure(1, "dataverse.solutions"),
      state: "Installed",
    });
  });
});

describe("CI-J.install.failed", () => {
  it.each([
    "Installed",
    "InstallFailed",
    "Installing",
    "InstallRequested",
    "InstallScheduled",
    "InstallRetrying",
  ] as const)("%s holds the slot", (state) => {
    expect(usage({ packages: [packageOf(complete, state)] }, "installOutbound")).toEqual({
      meter: "installOutbound",
      counted: figure(1, packages),
      state,
    });
  });

  it.each(["None", "other"] as const)("%s does not", (state) => {
    expect(usage({ packages: [packageOf(complete, state)] }, "installOutbound")).toEqual({
      meter: "installOutbound",
      counted: figure(0, packages),
    });
  });
});

describe("an environment that was not read", () => {
  it("is unknown, not free", () => {
    expect(usage({ refused: "forbidden" }, "installJourneys")).toEqual({
      meter: "installJourneys",
      counted: { kind: "unknown", reason: { code: "forbidden" } },
    });
  });

  it("is taken when one of two sources says so, and free only when both do", () => {
    const facts = fakeTenant()
      .withEnvironment("e", { solutions: [outboundCore] })
      .facts();
    const refused = { kind: "notRead", source: packages, reason: { code: "forbidden" } } as const;
    const outbound = (solutions: readonly (typeof outboundCore)[]) => {
      const [first] = facts.byEnvironment;
      const read = { kind: "read", source: "dataverse.solutions", asOf, value: solutions } as const;
      const byEnvironment = [{ ...first!, packages: refused, solutions: read }];
      const { environments } = assemble({ ...facts, byEnvironment }, defaultSettings, { id: runId, asOf });
      return environments[0]?.usage.find((item) => item.meter === "installOutbound")?.counted.kind;
    };
    expect(outbound([outboundCore])).toBe("known");
    expect(outbound([])).toBe("unknown");
  });
});

describe("CI-J.install.limit", () => {
  const tenant = fakeTenant()
    .withEnvironment("a", { packages: [packageOf(journeys)] })
    .withEnvironment("b", { packages: [packageOf(complete)] });

  it("is lifted with a paid licence", () => {
    expect(meter(tenant.withSku("customerInsightsAttach"), "installJourneys")).toEqual({
      owned: "unlimited",
      used: 2,
      status: "unlimited",
      over: 0,
    });
  });

  it("is 0 without one", () => {
    expect(meter(tenant, "installJourneys")).toEqual({ owned: 0, used: 2, status: "over", over: 2 });
  });
});

describe("CI-J.trial.limits", () => {
  const trial: EnvironmentOptions = { type: "trial", packages: [packageOf(journeys)] };

  it("one environment for each trial licence", () => {
    const one = fakeTenant().withSku("customerInsightsTrial", 10_000).withEnvironment("a", trial);
    expect(meter(one, "trialEnvironments")).toEqual({ owned: 1, used: 1, status: "ok", over: 0 });
    const two = one.withEnvironment("b", trial);
    expect(meter(two, "trialEnvironments")).toEqual({ owned: 1, used: 2, status: "over", over: 1 });
    expect(snapshotOf(two).findings.map(({ kind }) => kind)).toEqual(["trialEnvironmentsExceeded"]);
  });

  it("counts a trial environment only with the application in it", () => {
    const empty = fakeTenant().withSku("customerInsightsTrial").withEnvironment("a", { type: "trial" });
    expect(meter(empty, "trialEnvironments")).toEqual({ owned: 1, used: 0, status: "ok", over: 0 });
  });

  it("takes no paid slot", () => {
    expect(usage(trial, "installJourneys")).toEqual({
      meter: "installJourneys",
      counted: figure(0, packages),
      actual: 1,
      exclusion: "typeNotCounted",
      state: "Installed",
    });
  });

  it("adds nothing to what is paid for, and is unknown without the subscriptions", () => {
    const tried = fakeTenant().withSku("customerInsightsAttach", { enabled: 1, trial: true });
    expect(meter(tried, "interactedPeople").owned).toBe(0);
    expect(meter(tried, "installJourneys").owned).toBe(0);
    expect(meter(tried.without("companySubscriptions", "forbidden"), "trialEnvironments").owned).toBe("unknown");
  });
});
