import { expect, it } from "vitest";
import { fakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import type { EntitlementRow } from "../../snapshot/facts";
import { unboundEntitlements } from "./unbound";

const row = (entitlementId: string, categories: readonly string[], unit = "Count"): EntitlementRow => ({
  ...{ entitlementId, categories, unit },
});
const insights = "D365CustomerInsights";

const tenant = fakeTenant()
  .withEnvironment("b", { entitlements: [row("People", [insights], "People"), row("Minutes", ["D365ContactCenter"])] })
  .withEnvironment("a", {
    entitlements: [row("People", ["Other", insights]), row("People", [insights]), row("X", ["Other"])],
  })
  .withEnvironment("c", { refused: "forbidden" });

it("lists each row once with the environments that return it, in the order of ids, whatever theirs", () => {
  const { byEnvironment } = tenant.facts();
  const listed = [
    { entitlementId: "Minutes", categories: ["D365ContactCenter"], unit: "Count", environments: 1 },
    { entitlementId: "People", categories: [insights], unit: "People", environments: 2 },
  ];
  expect(unboundEntitlements(byEnvironment, [])).toEqual(listed);
  expect(unboundEntitlements([...byEnvironment].reverse(), [])).toEqual(listed);
});

it("lists a row of which one category is of these meters, and none that is bound", () => {
  const mixed = fakeTenant().withEnvironment("a", { entitlements: [row("Mixed", ["Other", insights])] });
  expect(unboundEntitlements(mixed.facts().byEnvironment, []).map(({ entitlementId }) => entitlementId)).toEqual([
    "Mixed",
  ]);
  expect(
    unboundEntitlements(tenant.facts().byEnvironment, [{ entitlementId: "People", meter: "interactedPeople" }]),
  ).toMatchObject([{ entitlementId: "Minutes" }]);
});
