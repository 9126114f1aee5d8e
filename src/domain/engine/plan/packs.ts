/** The cheapest valid packs for what is over after a plan. */
import { derivations } from "../../catalog/grants";
import type { MeterId } from "../../catalog/meters";
import { products, type ProductId } from "../../catalog/products";
import type { PackAdvice } from "../../snapshot/plan";
import type { MeterReport } from "../../snapshot/snapshot";
import type { Terms } from "../owned/entitle";
import { costOf, type PriceOf, type Units } from "./cost";
import { saleOf, type Offer, type Sale } from "./offers";
import { storageLacks } from "./storageLacks";

export interface Market {
  /** After the change. */
  readonly reports: readonly MeterReport[];
  /** Paid units after the change: they count towards a tier's range. */
  readonly units: Units;
  readonly terms: Terms;
  readonly prices: PriceOf;
  readonly currency: string;
}

interface Candidate {
  readonly product: ProductId;
  readonly quantity: number;
  /** What all of it gives. */
  readonly amount: number;
}

/** What one unit gives to the meter, the customer's pack sizes included; 0 when no source says. */
const sizeOf = (product: string, meter: MeterId, { grants }: Terms): number => {
  const derived = derivations.find(({ to }) => to === meter);
  const from = derived?.from ?? meter;
  const row = grants.find(
    (grant) =>
      grant.product === product && grant.meter === from && grant.way.kind === "each" && grant.when === undefined,
  );
  return (row?.amount ?? 0) * (derived?.factor ?? 1);
};

const heldOf = ({ units }: Market, product: ProductId): number => units.get(product) ?? 0;

/** Packs of all tiers that the tenant has, in the unit of the meter: a tier is sold for a range of the whole. */
const pooled = (meter: MeterId, { offers }: Sale, market: Market): number =>
  offers.reduce((sum, { product }) => sum + heldOf(market, product) * sizeOf(product, meter, market.terms), 0);

/** An add-on needs one of its prerequisites for each of its own (CC.addon.max). */
const roomFor = ({ product, needs }: Offer, market: Market): number =>
  needs === undefined
    ? Infinity
    : needs.reduce((sum, needed) => sum + heldOf(market, needed), 0) - heldOf(market, product);

const candidate = (report: MeterReport, lacking: number, sale: Sale, offer: Offer, market: Market) => {
  const { product, min = 0, max = Infinity } = offer;
  const size = sizeOf(product, report.meter, market.terms);
  if (size <= 0) return [];
  const quantity = Math.max(min - heldOf(market, product), Math.ceil(lacking / size));
  const inRange = pooled(report.meter, sale, market) + quantity * size <= max * size;
  return inRange && quantity <= roomFor(offer, market) ? [{ product, quantity, amount: quantity * size }] : [];
};

const bill = (market: Market, { product, quantity }: Candidate) =>
  costOf(new Map([[product, quantity]]), market.currency, market.prices);

const leastBy = <T>(items: readonly T[], valueOf: (item: T) => number): T | undefined =>
  items.reduce<T | undefined>(
    (best, item) => (best === undefined || valueOf(item) < valueOf(best) ? item : best),
    undefined,
  );

/** By price when every price is known; else the first tier that fits, or the fewest units. */
const cheapest = (candidates: readonly Candidate[], sale: Sale, market: Market): Candidate | undefined => {
  const priced = candidates.every((item) => bill(market, item).complete);
  if (priced) return leastBy(candidates, (item) => bill(market, item).cents);
  return sale.tiered ? candidates[0] : leastBy(candidates, ({ quantity }) => quantity);
};

const nothing = (market: Market) => costOf(new Map(), market.currency, market.prices);

const advice = (report: MeterReport, owned: number, lacking: number, market: Market): PackAdvice => {
  const sale = saleOf(report.meter);
  const candidates = sale?.offers.flatMap((offer) => candidate(report, lacking, sale, offer, market)) ?? [];
  const best = sale === undefined ? undefined : cheapest(candidates, sale, market);
  const rule = sale?.rule ?? report.rule;
  if (best === undefined) return { meter: report.meter, lacking, packs: [], owned, cost: nothing(market), rule };
  const { product, quantity, amount } = best;
  return {
    ...{ meter: report.meter, lacking, packs: [{ product, productName: products[product].name, quantity }] },
    ...{ owned: owned + amount, cost: bill(market, best), rule },
  };
};

const adviceEach = (market: Market): readonly PackAdvice[] => {
  const ofStorage = storageLacks(market.reports, (product, meter) => sizeOf(product, meter, market.terms));
  return market.reports.flatMap((report) => {
    const lacking = ofStorage.get(report.meter) ?? report.over;
    if (report.status !== "over" || report.owned.kind !== "known" || lacking === 0) return [];
    return [advice(report, report.owned.value, lacking, market)];
  });
};

/** Whether packs that are advised for one meter give another what it lacks. */
const covers = ({ packs }: PackAdvice, { meter, lacking }: PackAdvice, { terms }: Market): boolean =>
  packs.reduce((sum, { product, quantity }) => sum + quantity * sizeOf(product, meter, terms), 0) >= lacking;

/** Of two that cover each other the first stays. */
const withoutCovered = (kept: readonly PackAdvice[], next: PackAdvice, market: Market): readonly PackAdvice[] =>
  kept.some((one) => covers(one, next, market)) ? kept : [...kept.filter((one) => !covers(next, one, market)), next];

/**
 * An advice for each meter that is over and lacks something that add-ons for its sister pools do not lend. Units that
 * raise several meters are bought once, as many as the one asks for that lacks most.
 */
export const packAdvice = (market: Market): readonly PackAdvice[] =>
  adviceEach(market).reduce<readonly PackAdvice[]>((kept, next) => withoutCovered(kept, next, market), []);
