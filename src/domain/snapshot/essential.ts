/** Facts of a large tenant are mostly packages: hundreds in each environment, of which the rules ask for a few. */
import { isAskedFor } from "../catalog/applications";
import type { EnvironmentFacts, TenantFacts } from "./facts";

const essentialOf = (facts: EnvironmentFacts): EnvironmentFacts => {
  const { packages } = facts;
  if (packages.kind === "notRead") return facts;
  return {
    ...facts,
    packages: { ...packages, value: packages.value.filter(({ uniqueName }) => isAskedFor(uniqueName)) },
  };
};

/** The same facts without packages that no rule asks for. The snapshot of them is the same. */
export const essential = (facts: TenantFacts): TenantFacts => ({
  ...facts,
  byEnvironment: facts.byEnvironment.map(essentialOf),
});
