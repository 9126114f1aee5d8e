import { findingThresholds } from "../../catalog/findingThresholds";
import type { MeterId } from "../../catalog/meters";
import type { Instant } from "../../measured";
import type { ProductFigure } from "../../snapshot/facts";
import type { Contribution, LicenceReport, MeterReport } from "../../snapshot/snapshot";
import type { Check, CheckInput, Found } from "./check";
import { meterSubject } from "./meterFinding";

const hour = 3_600_000;

/** Of two that were read at the same time the larger, so that the order of the lines does not matter. */
const isNewer = (one: ProductFigure, other: ProductFigure): boolean => {
  const order = Date.parse(one.readAt) - Date.parse(other.readAt);
  return order > 0 || (order === 0 && one.owned > other.owned);
};

const latestFigure = (meter: MeterId, { facts }: CheckInput): ProductFigure | undefined =>
  (facts.productFigures ?? [])
    .filter((figure) => figure.meter === meter)
    .reduce<ProductFigure | undefined>(
      (last, figure) => (last === undefined || isNewer(figure, last) ? figure : last),
      undefined,
    );

const concerns = ({ grants }: LicenceReport, meter: MeterId): boolean => grants.some((grant) => grant.meter === meter);

/** When the youngest of the subscriptions behind the meter was bought, where told. */
const lastPurchase = (meter: MeterId, { licenceReports }: CheckInput): Instant | undefined =>
  licenceReports
    .flatMap((licence) => (licence.createdAt !== undefined && concerns(licence, meter) ? [licence.createdAt] : []))
    .reduce<Instant | undefined>(
      (last, createdAt) => (last === undefined || Date.parse(createdAt) > Date.parse(last) ? createdAt : last),
      undefined,
    );

/** What trials would give if they were bought: the product's page adds it in (CI-J.trial.limits). */
const trialAmount = (lines: readonly Contribution[]): number =>
  lines.reduce((sum, { note, quantity, perUnit }) => (note === "trialNotCounted" ? sum + quantity * perUnit : sum), 0);

type Explanation = "trials" | "recentPurchase" | "none";

interface Comparison {
  readonly shown: number;
  readonly owned: number;
  readonly trials: number;
  readonly hours: number | undefined;
}

const explanationOf = ({ shown, owned, trials, hours }: Comparison): Explanation => {
  if (shown - owned === trials) return "trials";
  return hours !== undefined && hours < findingThresholds.productLagHours ? "recentPurchase" : "none";
};

/** The page's use of the tenant: its own environment and all others (CI-J.quota-page). */
const usedShown = ({ thisEnvironment, otherEnvironments }: ProductFigure): Found["facts"] =>
  thisEnvironment === undefined || otherEnvironments === undefined
    ? {}
    : { usedShown: thisEnvironment + otherEnvironments };

/** Whole hours from the last purchase to the reading of the page; negative when it was bought later. */
const hoursSince = (createdAt: Instant | undefined, { readAt }: ProductFigure): number | undefined =>
  createdAt === undefined ? undefined : Math.floor((Date.parse(readAt) - Date.parse(createdAt)) / hour);

const compare = (report: MeterReport, owned: number, figure: ProductFigure, input: CheckInput): Found => {
  const createdAt = lastPurchase(report.meter, input);
  const [hours, trials] = [hoursSince(createdAt, figure), trialAmount(report.contributions)];
  const explanation = explanationOf({ shown: figure.owned, owned, trials, hours });
  const { meter, unit, used } = report;
  return {
    id: `productShowsOther:${meter}`,
    kind: "productShowsOther",
    ...(explanation === "none" ? {} : { severity: "info" }),
    subjects: [meterSubject(report)],
    facts: {
      ...{ meter, unit, owned, shown: figure.owned, difference: figure.owned - owned, readAt: figure.readAt },
      ...{ explanation, trials, lagHours: findingThresholds.productLagHours },
      ...(createdAt === undefined || hours === undefined ? {} : { createdAt, hours }),
      ...(used.kind === "known" ? { used: used.value } : {}),
      ...usedShown(figure),
    },
  };
};

/** Meters of which the product's own page shows another quota than the licences give (GEN.licence.lag). */
export const productShowsOther: Check = (input) =>
  input.meters.flatMap((report) => {
    const figure = latestFigure(report.meter, input);
    const { owned } = report;
    if (figure === undefined || owned.kind !== "known" || figure.owned === owned.value) return [];
    return [compare(report, owned.value, figure, input)];
  });
