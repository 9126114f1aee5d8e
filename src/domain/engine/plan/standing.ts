/** A snapshot prepared for planning: everything that is the same for every plan upon it. */
import type { MeterId } from "../../catalog/meters";
import type { Acknowledgement } from "../../settings";
import type { EnvironmentReport, Finding, MeterReport, Snapshot } from "../../snapshot/snapshot";
import { certaintyOf } from "../licences/certainty";
import type { Holding, Terms } from "../owned/entitle";
import { holdingsOf } from "../licences/holdings";
import type { Licence } from "../licences/licences";
import { ownership, termsOf, type Ownership } from "../owned/own";
import { directoryOf, heldLicences } from "./heldLicences";

/** What is held on a day, and what follows from it. */
export interface Tenure {
  readonly licences: readonly Licence[];
  readonly holdings: readonly Holding[];
  readonly terms: Terms;
  readonly owned: Ownership;
}

export interface Standing {
  readonly snapshot: Snapshot;
  readonly licences: readonly Licence[];
  readonly today: Tenure;
  readonly reports: ReadonlyMap<MeterId, MeterReport>;
  readonly acknowledgements: readonly Acknowledgement[];
  /** Environments that take an installation: all that a check may look at, so that no plan walks through the others. */
  readonly installed: readonly EnvironmentReport[];
}

/** How sure the licences are is what the snapshot says. */
export const tenureOf = (snapshot: Snapshot, licences: readonly Licence[], terms: Terms): Tenure => {
  const holdings = holdingsOf(licences);
  const owned = ownership(holdings, terms, certaintyOf(directoryOf(snapshot), licences, terms));
  return { licences, holdings, terms, owned };
};

/** A snapshot carries acknowledgements with the findings that they concern. */
const acknowledgementsOf = (findings: readonly Finding[]): readonly Acknowledgement[] =>
  findings.flatMap(({ id, acknowledged }) => (acknowledged === undefined ? [] : [{ findingId: id, ...acknowledged }]));

const holdsInstall = ({ usage }: EnvironmentReport): boolean =>
  usage.some(({ meter, counted }) => meter.startsWith("install") && counted.kind === "known" && counted.value > 0);

export const standingOf = (snapshot: Snapshot): Standing => {
  const licences = heldLicences(snapshot);
  return {
    ...{ snapshot, licences, today: tenureOf(snapshot, licences, termsOf(snapshot, snapshot.asOf)) },
    reports: new Map(snapshot.meters.map((report) => [report.meter, report])),
    acknowledgements: acknowledgementsOf(snapshot.findings),
    installed: snapshot.environments.filter(holdsInstall),
  };
};
