import { packageMarkers, solutionMarkers, trialMarkers } from "../../catalog/applications";
import type { MeterId } from "../../catalog/meters";
import type { ApplicationPackage, EnvironmentFacts } from "../../snapshot/facts";
import type { EnvironmentReport, EnvironmentUsage, MeterReport } from "../../snapshot/snapshot";
import { sortedBy } from "../order";
import { sameName } from "../names";
import type { Check, Found } from "./check";
import { knownFacts } from "./meterFinding";

const failed = "InstallFailed";

/** Names of packages that take a slot of the meter; a trial environment is taken by any of them. */
const namesFor = (meter: MeterId): readonly string[] => {
  const own = packageMarkers.filter(({ meters }) => meters.includes(meter) || meter === "trialEnvironments");
  return [...own, ...(meter === "trialEnvironments" ? trialMarkers : [])].map(({ uniqueName }) => uniqueName);
};

/** The first failed package, by name, that takes a slot of the meter. */
const failedPackage = (meter: MeterId, packages: readonly ApplicationPackage[]): readonly ApplicationPackage[] => {
  const names = namesFor(meter);
  const hit = packages.filter(
    ({ state, uniqueName }) => state === failed && names.some((name) => sameName(name, uniqueName)),
  );
  return sortedBy(hit, ({ uniqueName }) => uniqueName).slice(0, 1);
};

/** The application itself is there: what failed was an update, and the slot is in use. */
const isThere = (meter: MeterId, { solutions }: EnvironmentFacts): boolean =>
  solutions.kind === "read" &&
  solutionMarkers.some(
    (marker) =>
      marker.meters.includes(meter) &&
      solutions.value.some(({ uniqueName }) => sameName(marker.uniqueName, uniqueName)),
  );

const holds = ({ state, counted }: EnvironmentUsage): boolean =>
  state === failed && counted.kind === "known" && counted.value > 0;

const found = (report: MeterReport, { id, name }: EnvironmentReport, item: ApplicationPackage): Found => ({
  id: `failedInstallHoldsSlot:${id}:${report.meter}`,
  kind: "failedInstallHoldsSlot",
  subjects: [{ type: "environment", id, name }],
  facts: {
    ...{ meter: report.meter, package: item.uniqueName, packageName: item.name },
    ...(item.lastError === undefined ? {} : { lastError: item.lastError }),
    ...knownFacts(report),
  },
});

/** Failed installations that keep a slot of a limited kind (CI-J.install.failed), environment by environment. */
export const failedInstallHoldsSlot: Check = ({ meters, environmentReports, factsOf }) => {
  const limited = meters.filter(({ group, owned }) => group === "installations" && owned.kind !== "unlimited");
  return environmentReports.flatMap((environment) => {
    const facts = factsOf(environment.id);
    if (facts?.packages.kind !== "read") return [];
    const packages = facts.packages.value;
    return limited
      .filter(({ meter }) => environment.usage.some((usage) => usage.meter === meter && holds(usage)))
      .filter(({ meter }) => !isThere(meter, facts))
      .flatMap((report) => failedPackage(report.meter, packages).map((item) => found(report, environment, item)));
  });
};
