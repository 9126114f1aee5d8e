/** What changes would do, from a snapshot alone: the functions of the sync on other licences, another day and other use. */
import type { Instant } from "../../measured";
import type { Change, ChangeFault, MeterChange, MeterSide, Plan } from "../../snapshot/plan";
import type { MeterReport, Snapshot } from "../../snapshot/snapshot";
import { boughtOf } from "../checks/bought";
import { sendingHours } from "../owned/throughput";
import { applyChanges, dayOfPlan } from "./applyChanges";
import { costOf, currencyOf, difference, priceIn } from "./cost";
import { findingsAfter, movableFindings } from "./findingsAfter";
import type { Stock } from "./licenceChanges";
import { packAdvice } from "./packs";
import { plannedLicences } from "./plannedLicences";
import { reportsAfter } from "./reportsAfter";
import { standingOf, tenureOf, type Standing } from "./standing";
import { messagesOf } from "./usedAfter";

/** A plan, or every fault of every change. */
export type Planned =
  | { readonly kind: "plan"; readonly plan: Plan }
  | { readonly kind: "refused"; readonly faults: readonly ChangeFault[] };

interface Prepared extends Standing {
  readonly movable: ReadonlySet<string>;
}

const sideOf = ({ owned, used, status, over }: MeterReport): MeterSide => ({ owned, used, status, over });

/** Meters that the snapshot tells. */
const meterChanges = ({ reports }: Standing, after: readonly MeterReport[]): readonly MeterChange[] =>
  after.flatMap((report) => {
    const before = reports.get(report.meter);
    return before === undefined ? [] : [{ meter: report.meter, before: sideOf(before), after: sideOf(report) }];
  });

/** Hours in tenths, rounded up; nothing to tell without a campaign or without a known rate (CI-J.throughput). */
const sendingOf = (changes: readonly Change[], reports: readonly MeterReport[]): Pick<Plan, "sendingHours"> => {
  const messages = changes.reduce((sum, change) => sum + messagesOf(change), 0);
  const rate = reports.find(({ meter }) => meter === "throughput")?.owned;
  if (messages === 0 || rate?.kind !== "known" || rate.value === 0) return {};
  return { sendingHours: sendingHours(messages, rate.value) };
};

const planOf = (prepared: Prepared, stock: Stock, changes: readonly Change[], asOf: Instant): Plan => {
  const { snapshot, today, movable } = prepared;
  const tenure = tenureOf(snapshot, plannedLicences(stock, { readAt: snapshot.asOf, asOf }), { ...today.terms, asOf });
  const after = reportsAfter(prepared, { tenure, asOf, changes });
  const prices = priceIn(snapshot.overrides);
  const currency = currencyOf(changes, snapshot.overrides);
  const [before, units] = [boughtOf(today.holdings), boughtOf(tenure.holdings)];
  return {
    meters: meterChanges(prepared, after),
    after,
    ...findingsAfter(prepared, movable, { tenure, reports: after, asOf, changes }),
    packs: packAdvice({ reports: after, units, terms: tenure.terms, prices, currency }),
    cost: {
      before: costOf(before, currency, prices),
      after: costOf(units, currency, prices),
      change: costOf(difference(before, units), currency, prices),
    },
    ...sendingOf(changes, after),
  };
};

/**
 * Prepares a snapshot once and plans upon it as often as asked. Licences are changed in the order of the changes; the
 * day of the plan, its campaigns and its environments hold for all of it. Holdings, terms, use and the admin center's
 * figures come from the snapshot; no environment is looked at. Without changes the plan is the snapshot itself.
 */
export const planner = (snapshot: Snapshot): ((changes: readonly Change[]) => Planned) => {
  const standing = standingOf(snapshot);
  const prepared: Prepared = { ...standing, movable: movableFindings(standing) };
  return (changes) => {
    const { stock, faults } = applyChanges(changes, {
      stock: { existing: standing.licences, planned: new Map() },
      asOf: snapshot.asOf,
      currency: currencyOf(changes, snapshot.overrides),
      prices: priceIn(snapshot.overrides),
    });
    if (faults.length > 0) return { kind: "refused", faults };
    return { kind: "plan", plan: planOf(prepared, stock, changes, dayOfPlan(changes, snapshot.asOf)) };
  };
};

/** One plan upon a snapshot: see `planner`, which spares the preparation for every further one. */
export const plan = (current: Snapshot, changes: readonly Change[]): Planned => planner(current)(changes);
