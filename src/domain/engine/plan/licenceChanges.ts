/** Licences bought, dropped and renewed as something else, one change after the other. */
import type { Change } from "../../snapshot/plan";
import { counts, type Licence } from "../licences/licences";
import { sortedBy } from "../order";
import type { Fault } from "./faults";

/** What a tenant holds in the course of a plan. */
export interface Stock {
  /** In the order of the snapshot; quantities as far as they were not dropped. */
  readonly existing: readonly Licence[];
  /** Units bought in the plan. Dropping takes these first, so that a purchase taken back leaves no trace. */
  readonly planned: ReadonlyMap<string, number>;
}

export type Changed = { readonly stock: Stock } | { readonly fault: Fault };

const isOf = (licence: Licence, product: string): boolean =>
  counts(licence) && licence.resolved.grade !== "unknown" && licence.resolved.product === product;

const sum = (licences: readonly Licence[]): number => licences.reduce((total, { quantity }) => total + quantity, 0);

const plannedOf = ({ planned }: Stock, product: string): number => planned.get(product) ?? 0;

/** Trials stay to the last, what is in grace goes first, then what can be ended soonest. */
const inOrderOfDropping = (licences: readonly Licence[]): readonly Licence[] =>
  sortedBy(
    licences,
    ({ trial }) => (trial === true ? "trial" : "paid"),
    ({ state }) => (state === "grace" ? "first" : "second"),
    ({ renewsAt }) => renewsAt ?? "no date",
  );

const without = (existing: readonly Licence[], product: string, quantity: number): readonly Licence[] => {
  const left = new Map<Licence, number>();
  let still = quantity;
  for (const licence of inOrderOfDropping(existing.filter((item) => isOf(item, product)))) {
    const taken = Math.min(still, licence.quantity);
    left.set(licence, licence.quantity - taken);
    still -= taken;
  }
  return existing.map((licence) => ({ ...licence, quantity: left.get(licence) ?? licence.quantity }));
};

const added = (stock: Stock, product: string, quantity: number): Stock => ({
  ...stock,
  planned: new Map([...stock.planned, [product, plannedOf(stock, product) + quantity]]),
});

const dropped = (stock: Stock, product: string, quantity: number): Stock => {
  const ofPlanned = Math.min(plannedOf(stock, product), quantity);
  const { existing, planned } = added(stock, product, -ofPlanned);
  return { planned, existing: without(existing, product, quantity - ofPlanned) };
};

const held = (stock: Stock, product: string): number =>
  plannedOf(stock, product) + sum(stock.existing.filter((licence) => isOf(licence, product)));

const notHeld = (product: string, asked: number, there: number): Changed => ({
  fault: { code: "notHeld", detail: `${product}: ${asked} of ${there}` },
});

const drop = (stock: Stock, product: string, quantity: number): Changed => {
  const there = held(stock, product);
  return quantity > there ? notHeld(product, quantity, there) : { stock: dropped(stock, product, quantity) };
};

type Renewal = Extract<Change, { kind: "renewAs" }>;

/** A trial is not renewed: it stays, and its units are not those that are bought. */
const withoutTrials = (stock: Stock): Stock => ({
  ...stock,
  existing: stock.existing.filter(({ trial }) => trial !== true),
});

const renew = (stock: Stock, { from, to, quantity }: Renewal): Changed => {
  const there = held(withoutTrials(stock), from);
  if (there === 0) return notHeld(from, quantity ?? 1, 0);
  return { stock: added(dropped(stock, from, there), to, quantity ?? there) };
};

/** The stock after a change of licences; other changes leave it as it is. */
export const changeStock = (stock: Stock, change: Change): Changed => {
  switch (change.kind) {
    case "add":
      return { stock: added(stock, change.product, change.quantity) };
    case "drop":
      return drop(stock, change.product, change.quantity);
    case "renewAs":
      return renew(stock, change);
    default:
      return { stock };
  }
};
