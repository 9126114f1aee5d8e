import { describe, expect, it } from "vitest";
import { fakeTenant, type FakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import type { EnvironmentFacts } from "../../snapshot/facts";
import { environmentCoverage, environmentsOf, missingReason } from "./environments";

const tenant = fakeTenant()
  .withEnvironment("b")
  .withEnvironment("a", { name: "first" })
  .withEnvironment("a", { name: "again" });

const only = (world: FakeTenant) => {
  const { environments, byEnvironment } = world.facts();
  const [environment] = environments.kind === "read" ? environments.value : [];
  const [facts] = byEnvironment;
  if (environment === undefined || facts === undefined) throw new Error("the tenant has no environment");
  return { environment, facts };
};

const failing = (source: "packages" | "solutions" | "entitlements", code: "forbidden" | "noDataverse") => {
  const { environment, facts } = only(fakeTenant().withEnvironment("a"));
  const failed: EnvironmentFacts = {
    ...facts,
    [source]: { kind: "notRead", source: "dataverse.solutions", reason: { code } },
  };
  return missingReason(environment, failed);
};

describe("the environments of a tenant", () => {
  it("are each there once, as told last, in the order of ids", () => {
    expect(environmentsOf(tenant.facts()).map(({ id, name }) => [id, name])).toEqual([
      ["a", "again"],
      ["b", "b"],
    ]);
  });

  it("are none when the list was not read", () => {
    expect(environmentsOf(tenant.without("environments", "forbidden").facts())).toEqual([]);
  });
});

describe("DATA.coverage", () => {
  it("misses nothing where every source was read", () => {
    const { environment, facts } = only(fakeTenant().withEnvironment("a"));
    expect(missingReason(environment, facts)).toBeUndefined();
  });

  it.each(["packages", "solutions", "entitlements"] as const)("misses an environment without its %s", (source) => {
    expect(failing(source, "forbidden")).toEqual({ code: "forbidden" });
    expect(failing(source, "noDataverse")).toBeUndefined();
  });

  it("misses one that nobody asked, but none that has nothing to ask", () => {
    const { environment } = only(fakeTenant().withEnvironment("a"));
    expect(missingReason(environment, undefined)).toEqual({ code: "sourceNotRead" });
    const bare = only(fakeTenant().withEnvironment("a", { noDataverse: true, refused: "forbidden" }));
    expect(missingReason(bare.environment, bare.facts)).toBeUndefined();
    expect(missingReason(bare.environment, undefined)).toBeUndefined();
  });

  it("counts environments that were read in full", () => {
    const two = fakeTenant().withEnvironment("a").withEnvironment("b", { refused: "throttled" }).facts();
    const factsOf = (id: string) => two.byEnvironment.find(({ environmentId }) => environmentId === id);
    expect(environmentCoverage(environmentsOf(two), factsOf)).toEqual({
      ...{ read: 1, total: 2, missing: [{ environmentId: "b", reason: { code: "throttled" } }] },
    });
  });
});
