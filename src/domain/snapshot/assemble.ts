/** The whole answer from what was read: pure, no clock, no chance; publishing is a second step. */
import { isStorageMeter, poolOf } from "../catalog/storage";
import type { MeterId } from "../catalog/meters";
import { certaintyOf } from "../engine/licences/certainty";
import { factChecks, quotaChecks } from "../engine/checks";
import type { CheckInput } from "../engine/checks/check";
import type { ReadingContext } from "../engine/used/consume";
import { environmentCountings } from "../engine/used/counting";
import type { CountingInput } from "../engine/used/countingInput";
import { environmentReport } from "../engine/used/environmentReports";
import { environmentCoverage, environmentsOf } from "../engine/used/environments";
import { findingsOf } from "../engine/findings";
import { withForecasts } from "../engine/forecast/forecasts";
import { guidanceFor } from "../engine/guidance";
import { holdingsOf } from "../engine/licences/holdings";
import { latestImports } from "../engine/used/imports";
import { licenceReports } from "../engine/licences/licenceReports";
import { inForceAt } from "../engine/licences/inForce";
import { licencesOf } from "../engine/licences/licences";
import { meterReports } from "../engine/meterReports";
import { ownership, termsOf } from "../engine/owned/own";
import { skuResolver } from "../engine/licences/resolveSku";
import { breakdownOf } from "../engine/people/breakdown";
import { sourceReports } from "../engine/sources";
import { officialOf } from "../engine/storage/storage";
import { totalsOf } from "../engine/used/totals";
import { unknownAppsOf } from "../engine/licences/unknownApps";
import { unboundEntitlements } from "../engine/used/unbound";
import { usedEffectsOf } from "../engine/used/usedEffects";
import type { Instant, Reason } from "../measured";
import type { Settings } from "../settings";
import type { EnvironmentFacts, TenantCapacity, TenantFacts } from "./facts";
import { inOrder } from "./factsInOrder";
import { schemaVersion, type Snapshot } from "./snapshot";

/** The run that asks: its GUID becomes the snapshot's id, its instant decides every rule with a date. */
export interface Run {
  readonly id: string;
  readonly asOf: Instant;
}

type FactsOf = (environmentId: string) => EnvironmentFacts | undefined;

const factsById = (facts: TenantFacts): FactsOf => {
  const byId = new Map(facts.byEnvironment.map((item) => [item.environmentId, item]));
  return (environmentId) => byId.get(environmentId);
};

const missingList = (facts: TenantFacts): Reason | undefined =>
  facts.environments.kind === "notRead" ? facts.environments.reason : undefined;

const capacityOf = (facts: TenantFacts): TenantCapacity | undefined =>
  facts.tenantCapacity.kind === "read" ? facts.tenantCapacity.value : undefined;

const readEnvironmentsAt = (facts: TenantFacts, asOf: Instant): Instant =>
  facts.environments.kind === "read" ? facts.environments.asOf : asOf;

const readLicencesAt = (facts: TenantFacts, asOf: Instant): Instant =>
  facts.companySubscriptions.kind === "read" ? facts.companySubscriptions.asOf : asOf;

const countOf = (input: CountingInput): ReadingContext["countOf"] => {
  const counts = new Map(
    Object.entries(environmentCountings).map(([meter, counting]) => [meter, counting.count(input)]),
  );
  return (meter) => counts.get(meter);
};

const contextOf = (input: CountingInput, factsOf: FactsOf): ReadingContext => {
  const { facts, settings, asOf } = input;
  return { settings, asOf, factsOf, importedOf: latestImports(facts.imported), countOf: countOf(input) };
};

/** What was read may come in any order; the snapshot is the same. */
export const assemble = (given: TenantFacts, settings: Settings, { id, asOf }: Run): Snapshot => {
  const facts = inOrder(given);
  const { edition, policy, overrides, thresholds, declared, staleAfterHours } = settings;
  const input: CountingInput = { facts, settings, asOf };
  const factsOf = factsById(facts);
  const environments = environmentsOf(facts);
  const licences = inForceAt(licencesOf(facts, skuResolver(overrides)), { readAt: readLicencesAt(facts, asOf), asOf });
  const holdings = holdingsOf(licences);
  const terms = termsOf(settings, asOf);
  const certainty = certaintyOf(facts, licences, terms);
  const owned = ownership(holdings, terms, certainty);
  const context = contextOf(input, factsOf);
  const readAt = readEnvironmentsAt(facts, asOf);
  const reports = environments.map((environment) => environmentReport(environment, context, readAt));
  const totalOf = totalsOf({
    ...input,
    context,
    environments: reports,
    environmentsMissing: missingList(facts),
    readAt,
  });
  const capacity = capacityOf(facts);
  const officialFor = (meter: MeterId) => (isStorageMeter(meter) ? officialOf(poolOf[meter], capacity) : undefined);
  const position = {
    ...{ holdings, terms, certainty, totalOf, officialOf: officialFor, usedEffects: usedEffectsOf(input, context) },
    ...{ breakdown: breakdownOf(input), storageExtensionFrom: declared.storageExtensionFrom, thresholds },
  };
  const meters = withForecasts(meterReports(position, owned), input);
  const sources = sourceReports(facts, { environments, factsOf });
  const reportsOfLicences = licenceReports(licences, owned.lines);
  const checked: CheckInput = {
    ...{ asOf, settings, facts, meters, holdings, licences, licenceReports: reportsOfLicences, sources },
    ...{ environments, environmentReports: reports, factsOf, unknownApps: unknownAppsOf(licences) },
  };
  const found = [...quotaChecks.flatMap((check) => check(checked)), ...factChecks.flatMap((check) => check(checked))];
  return {
    ...{
      schemaVersion,
      id,
      tenant: facts.tenant,
      asOf,
      edition,
      policy,
      overrides,
      declared,
      staleAfterHours,
      sources,
    },
    ...(thresholds.length === 0 ? {} : { thresholds }),
    coverage: environmentCoverage(environments, factsOf),
    meters,
    licences: reportsOfLicences,
    findings: findingsOf(found, settings, asOf),
    guidance: guidanceFor(meters, holdings),
    unboundEntitlements: unboundEntitlements(facts.byEnvironment, settings.bindings),
    environments: reports,
  };
};
