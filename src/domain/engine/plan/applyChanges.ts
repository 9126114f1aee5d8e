/** All changes of a plan, one after the other, and every fault of them. */
import type { Instant } from "../../measured";
import type { Change, ChangeFault } from "../../snapshot/plan";
import { currencyFaults, type PriceOf } from "./cost";
import { faultsOf, type Fault } from "./faults";
import { plannedInstant } from "./instants";
import { changeStock, type Stock } from "./licenceChanges";

export interface Ground {
  readonly stock: Stock;
  /** The instant of the snapshot. */
  readonly asOf: Instant;
  readonly currency: string;
  readonly prices: PriceOf;
}

export interface Applied {
  readonly stock: Stock;
  readonly faults: readonly ChangeFault[];
}

interface Step {
  readonly stock: Stock;
  readonly faults: readonly Fault[];
}

/** A change with a fault changes nothing, so that the others can be judged too. */
const step = (stock: Stock, change: Change, { asOf, currency, prices }: Ground): Step => {
  const wrong = faultsOf(change, asOf);
  const priced = currencyFaults(change, currency, prices);
  if (wrong.length > 0) return { stock, faults: [...wrong, ...priced] };
  const changed = changeStock(stock, change);
  return "fault" in changed ? { stock, faults: [changed.fault, ...priced] } : { stock: changed.stock, faults: priced };
};

export const applyChanges = (changes: readonly Change[], ground: Ground): Applied =>
  changes.reduce<Applied>(
    ({ stock, faults }, change, index) => {
      const next = step(stock, change, ground);
      return { stock: next.stock, faults: [...faults, ...next.faults.map((fault) => ({ index, ...fault }))] };
    },
    { stock: ground.stock, faults: [] },
  );

/** The day of the plan: of several dates the last one, whatever its place among the changes. */
export const dayOfPlan = (changes: readonly Change[], asOf: Instant): Instant => {
  const dates = changes.flatMap((change) => (change.kind === "date" ? [change.asOf] : []));
  const last = dates.at(-1);
  return (last === undefined ? undefined : plannedInstant(last, asOf)) ?? asOf;
};
