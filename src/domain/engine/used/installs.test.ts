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

describe("the state of an installation", () => {
  it("is that of the package that is furthest, in any order and however it is written", () => {
    const [failed, retrying] = [
      packageOf(complete.toUpperCase(), "InstallFailed"),
      packageOf(journeys, "InstallRetrying"),
    ];
    const taken = { meter: "installJourneys", counted: figure(1, packages), state: "InstallFailed" };
    expect(usage({ packages: [failed, retrying] }, "installJourneys")).toStrictEqual(taken);
    expect(usage({ packages: [retrying, failed] }, "installJourneys")).toStrictEqual(taken);
    const whole = [retrying, failed, packageOf(journeys)];
    expect(usage({ packages: whole }, "installJourneys")).toStrictEqual({ ...taken, state: "Installed" });
  });

  it("is that of the package where the solution is there too, and none where nothing is", () => {
    const both = { packages: [packageOf(complete, "InstallFailed")], solutions: [outboundCore] };
    expect(usage(both, "installOutbound")).toStrictEqual({
      ...{ meter: "installOutbound", counted: figure(1, packages), state: "InstallFailed" },
    });
    const other = { solutions: [{ uniqueName: "Other", version: "1.0" }] };
    expect(usage(other, "installOutbound")).toStrictEqual({ meter: "installOutbound", counted: figure(0, packages) });
    expect(usage({ packages: [packageOf("Other")] }, "installData")).toStrictEqual({
      ...{ meter: "installData", counted: figure(0, packages) },
    });
  });
});

describe("an environment that was not read", () => {
  it("is unknown where nobody asked it", () => {
    const facts = { ...fakeTenant().withEnvironment("e").facts(), byEnvironment: [] };
    const { environments } = assemble(facts, defaultSettings, { id: runId, asOf });
    const installs = environments[0]?.usage.filter(({ meter: id }) => id.startsWith("install"));
    expect(installs).toStrictEqual(
      ["installOutbound", "installJourneys", "installData"].map((id) => ({
        ...{ meter: id, counted: { kind: "unknown", reason: { code: "sourceNotRead" } } },
      })),
    );
  });

  it("needs no solutions for what only packages tell", () => {
    const facts = fakeTenant().withEnvironment("e").facts();
    const solutions = { kind: "notRead", source: "dataverse.solutions", reason: { code: "throttled" } } as const;
    const byEnvironment = facts.byEnvironment.map((item) => ({ ...item, solutions }));
    const { environments } = assemble({ ...facts, byEnvironment }, defaultSettings, { id: runId, asOf });
    const countedOf = (id: MeterId) => environments[0]?.usage.find((item) => item.meter === id)?.counted;
    expect(countedOf("installJourneys")).toEqual(figure(0, packages));
    expect(countedOf("installOutbound")).toEqual({ kind: "unknown", reason: { code: "throttled" } });
  });

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

  it("is not a trial environment without being of that type, nor without the application or its template", () => {
    expect(usage({ packages: [packageOf(journeys)] }, "trialEnvironments")).toBeUndefined();
    const template = packageOf("MicrosoftDynamics_MktPlaceholder2AnchorSolution");
    expect(usage({ type: "trial", packages: [template] }, "trialEnvironments")).toStrictEqual({
      ...{ meter: "trialEnvironments", counted: figure(1, packages), state: "Installed" },
    });
    expect(usage({ type: "trial" }, "trialEnvironments")).toStrictEqual({
      ...{ meter: "trialEnvironments", counted: figure(0, packages) },
    });
    expect(usage({ type: "trial" }, "installJourneys")).toStrictEqual({
      ...{ meter: "installJourneys", counted: figure(0, packages) },
    });
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
