/** Monthly cost in one currency. What has no known price makes it incomplete, never smaller. */
import { priceOf } from "../../catalog/prices";
import { isProductId, type ProductId } from "../../catalog/products";
import type { Decided, Override } from "../../settings";
import type { Change, Cost } from "../../snapshot/plan";
import type { Fault } from "./faults";

export interface Price {
  readonly cents: number;
  readonly currency: string;
  /** Whose price it is, when not the catalogue's. */
  readonly decided?: Decided;
}

export type PriceOf = (product: ProductId) => Price | undefined;

/** Units of each product, in the order of the catalogue. */
export type Units = ReadonlyMap<ProductId, number>;

/** When nothing with a price is planned and no price was ever set. */
const usualCurrency = "USD";

const own = (overrides: readonly Override[], product: ProductId): Price | undefined => {
  const mine = overrides.flatMap((item) => (item.kind === "price" && item.product === product ? [item] : []));
  const last = mine.at(-1);
  if (last === undefined) return undefined;
  const { cents, currency, by, at } = last;
  return { cents, currency, decided: { by, at } };
};

/** The customer's price before the catalogue's illustration; of several for one product the last one stands. */
export const priceIn =
  (overrides: readonly Override[]): PriceOf =>
  (product) =>
    own(overrides, product) ?? priceOf(product);

/** What was added less what was dropped. */
export const difference = (before: Units, after: Units): Units => {
  const products = new Set([...before.keys(), ...after.keys()]);
  const changes = [...products].map((product) => {
    const change = (after.get(product) ?? 0) - (before.get(product) ?? 0);
    return [product, change] as const;
  });
  return new Map(changes.filter(([, change]) => change !== 0));
};

interface Priced {
  readonly product: ProductId;
  readonly quantity: number;
  /** Absent when none is known in the currency. */
  readonly price?: Price;
}

const pricedIn =
  (currency: string, prices: PriceOf) =>
  ([product, quantity]: readonly [ProductId, number]): Priced => {
    const price = prices(product);
    return price?.currency === currency ? { product, quantity, price } : { product, quantity };
  };

/** The sum of all units with a price in this currency. */
export const costOf = (units: Units, currency: string, prices: PriceOf): Cost => {
  const rows = [...units].map(pricedIn(currency, prices));
  const missing = rows.filter(({ price }) => price === undefined).map(({ product }) => product);
  const decisions = rows.flatMap(({ product, price }) =>
    price?.decided === undefined ? [] : [{ product, ...price.decided }],
  );
  return {
    cents: rows.reduce((sum, { quantity, price }) => sum + quantity * (price?.cents ?? 0), 0),
    ...{ currency, complete: missing.length === 0, missing },
    ...(decisions.length === 0 ? {} : { decisions }),
  };
};

const productsOf = (change: Change): readonly ProductId[] => {
  if (change.kind === "add" || change.kind === "drop") return [change.product].filter(isProductId);
  return change.kind === "renewAs" ? [change.from, change.to].filter(isProductId) : [];
};

const currenciesOf = (change: Change, prices: PriceOf): readonly string[] =>
  productsOf(change).flatMap((product) => prices(product)?.currency ?? []);

/** The currency of what the plan changes; else that of the customer's own prices. */
export const currencyOf = (changes: readonly Change[], overrides: readonly Override[]): string => {
  const prices = priceIn(overrides);
  const [asked] = changes.flatMap((change) => currenciesOf(change, prices));
  const [set] = overrides.flatMap((item) => (item.kind === "price" ? [item.currency] : []));
  return asked ?? set ?? usualCurrency;
};

/** No sum has two currencies: what the plan changes has to be priced in one. */
export const currencyFaults = (change: Change, currency: string, prices: PriceOf): readonly Fault[] =>
  [...new Set(currenciesOf(change, prices))]
    .filter((other) => other !== currency)
    .map((other) => ({ code: "mixedCurrencies", detail: `${other} beside ${currency}` }));
