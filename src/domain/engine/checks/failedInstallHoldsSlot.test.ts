import { describe, expect, it } from "vitest";
import { fakeTenant, packageOf, type EnvironmentOptions } from "../../../../test/fixtures/fakeTenant.fixture";
import { bought, foundIn } from "../../../../test/fixtures/mappedTenant.fixture";

const kind = "failedInstallHoldsSlot";
const complete = "MicrosoftDynamics_MktCompleteAnchorSolution";
const failed = packageOf(complete, "InstallFailed");

const world = (options: EnvironmentOptions, tenant = bought({ marketingBase: 2 })) =>
  foundIn(kind, tenant.withEnvironment("a", { name: "Alpha", ...options }));

const finding = {
  id: "failedInstallHoldsSlot:a:installOutbound",
  kind,
  severity: "warning",
  rule: "CI-J.install.failed",
  subjects: [{ type: "environment", id: "a", name: "Alpha" }],
};

const facts = { meter: "installOutbound", package: complete, packageName: complete, owned: 2, used: 1 };

describe("CI-J.install.failed", () => {
  it("a failed installation keeps its slot", () => {
    expect(world({ packages: [failed] })).toEqual([{ ...finding, facts }]);
  });

  it("says what the service said, and sees a name in other letters", () => {
    const packages = [{ ...failed, uniqueName: complete.toUpperCase(), name: "Marketing", lastError: "No room" }];
    expect(world({ packages })).toEqual([
      {
        ...finding,
        facts: { ...facts, package: complete.toUpperCase(), packageName: "Marketing", lastError: "No room" },
      },
    ]);
  });

  it("is told of slots that are limited only", () => {
    const packages = [packageOf("DynamicsMKT_AnchorSolution", "InstallFailed")];
    expect(world({ packages })).toEqual([]);
    const early = foundIn(kind, bought({ marketingBase: 2 }).withEnvironment("a", { packages }), {
      at: "2024-06-29T00:00:00Z",
    });
    expect(early.map(({ id }) => id)).toEqual(["failedInstallHoldsSlot:a:installJourneys"]);
  });

  it.each(["Installed", "Installing", "InstallRetrying", "None"] as const)("says nothing of %s", (state) => {
    expect(world({ packages: [packageOf(complete, state)] })).toEqual([]);
  });

  it("says nothing where the application is there and only its update failed", () => {
    const solutions = [{ uniqueName: "microsoftdynamics_marketing", version: "1.0" }];
    expect(world({ packages: [failed], solutions })).toEqual([]);
    expect(world({ packages: [failed], solutions: [{ uniqueName: "other", version: "1.0" }] })).toHaveLength(1);
  });

  it.each([complete, "MicrosoftDynamics_MktPlaceholder2AnchorSolution"])(
    "a failed %s keeps the environment of a trial",
    (uniqueName) => {
      const trial = fakeTenant().withSku("customerInsightsTrial", { enabled: 1, trial: true });
      expect(
        world(
          { packages: [packageOf("Other", "InstallFailed"), packageOf(uniqueName, "InstallFailed")], type: "trial" },
          trial,
        ),
      ).toEqual([
        {
          ...finding,
          id: "failedInstallHoldsSlot:a:trialEnvironments",
          facts: { meter: "trialEnvironments", package: uniqueName, packageName: uniqueName, owned: 1, used: 1 },
        },
      ]);
    },
  );

  it("names one package where several failed", () => {
    const trial = fakeTenant().withSku("customerInsightsTrial", { enabled: 1, trial: true });
    const packages = [complete, "DynamicsMKT_AnchorSolution"].map((name) => packageOf(name, "InstallFailed"));
    expect(world({ packages, type: "trial" }, trial)).toHaveLength(1);
  });

  it("tells figures only as far as they are known", () => {
    const unknown = bought({ marketingBase: 2 }).without("subscribedSkus", "forbidden");
    expect(world({ packages: [failed] }, unknown).map((found) => found.facts)).toEqual(
      [
        { meter: "installJourneys", package: complete, packageName: complete, used: 1 },
        { meter: "installOutbound", package: complete, packageName: complete, used: 1 },
      ].reverse(),
    );
  });

  it("says nothing of environments that were not read", () => {
    expect(world({ refused: "forbidden" })).toEqual([]);
    const facts = bought({ marketingBase: 2 })
      .withEnvironment("a", { packages: [failed] })
      .facts();
    const facade = { ...fakeTenant(), facts: () => ({ ...facts, byEnvironment: [] }) };
    expect(foundIn(kind, facade)).toEqual([]);
  });

  it("does not need the solutions", () => {
    const facts = bought({ marketingBase: 2 })
      .withEnvironment("a", { packages: [failed] })
      .facts();
    const [one] = facts.byEnvironment;
    const refused = fakeTenant().withEnvironment("a", { refused: "forbidden" }).facts().byEnvironment;
    const byEnvironment = refused.map((item) => ({ ...item, packages: one?.packages ?? item.packages }));
    const facade = { ...fakeTenant(), facts: () => ({ ...facts, byEnvironment }) };
    expect(foundIn(kind, facade).map(({ id }) => id)).toEqual(["failedInstallHoldsSlot:a:installOutbound"]);
  });
});
