/** The whole answer from what was read: pure, no clock, no chance; publishing is a second step. */
import { grantsOf } from "../catalog/grants";
import type { CheckInput } from "../engine/checks/check";
import { checks } from "../engine/checks";
import { latestImports, type ReadingContext } from "../engine/consume";
import { environmentReport } from "../engine/environmentReports";
import { environmentCoverage, environmentsOf } from "../engine/environments";
import { licenceReports } from "../engine/licenceReports";
import { licencesOf } from "../engine/licences";
import { meterReports } from "../engine/meterReports";
import { ownership } from "../engine/own";
import { skuResolver } from "../engine/resolveSku";
import { sourceReports } from "../engine/sources";
import { unboundEntitlements } from "../engine/unbound";
import type { Instant, Reason } from "../measured";
import type { Settings } from "../settings";
import type { EnvironmentFacts, TenantCapacity, TenantFacts } from "./facts";
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

/** Licences and environments may come in any order; the snapshot is the same. */
export const assemble = (facts: TenantFacts, settings: Settings, { id, asOf }: Run): Snapshot => {
  const { edition, policy } = settings;
  const factsOf = factsById(facts);
  const environments = environmentsOf(facts);
  const licences = licencesOf(facts, skuResolver(settings.skuMappings));
  const owned = ownership(facts, licences, { grants: grantsOf(edition), edition, policy, asOf });
  const context: ReadingContext = { settings, asOf, factsOf, importedOf: latestImports(facts.imported) };
  const readAt = readEnvironmentsAt(facts, asOf);
  const reports = environments.map((environment) => environmentReport(environment, context, readAt));
  const meters = meterReports({
    asOf: readAt,
    edition,
    ownership: owned,
    environments: reports,
    environmentsMissing: missingList(facts),
    capacity: capacityOf(facts),
  });
  const sources = sourceReports(facts, { environments, factsOf });
  const input: CheckInput = { asOf, settings, meters, licences, sources, environments, factsOf };
  return {
    ...{ schemaVersion, id, tenant: facts.tenant, asOf, edition, policy: { ...policy }, sources },
    coverage: environmentCoverage(environments, factsOf),
    meters,
    licences: licenceReports(licences, owned.lines),
    findings: checks.flatMap((check) => check(input)),
    unboundEntitlements: unboundEntitlements(facts.byEnvironment, settings.bindings),
    environments: reports,
  };
};
