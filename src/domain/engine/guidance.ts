/** Which cards that inform belong to this tenant, and at which meters. */
import { linkOf } from "../catalog/documentLinks";
import type { MeterId } from "../catalog/meters";
import { guidance, sourceOf } from "../catalog/rules";
import type { Guidance, MeterReport } from "../snapshot/snapshot";
import type { Holding } from "./owned/entitle";

/** Something is owned, given, used, or nobody knows what is owned. Not knowing the use of nothing is no reason. */
const isAlive = ({ contributions, owned, used }: MeterReport): boolean =>
  contributions.length > 0 || owned.kind !== "known" || owned.value > 0 || (used.kind === "known" && used.value > 0);

/** A meter that nobody owns or uses needs no advice. */
const shown = (meter: MeterId, reports: readonly MeterReport[]): boolean =>
  reports.some((report) => report.meter === meter && isAlive(report));

type Card = (typeof guidance)[number];

const cardOf = ({ id }: Card, meters: readonly MeterId[]): readonly Guidance[] => {
  const link = linkOf(id);
  return meters.length === 0
    ? []
    : [{ rule: id, meters, source: sourceOf(id), ...(link === undefined ? {} : { link }) }];
};

/** Cards in the order of the catalogue: shown when one of their products is held, or where their meter is alive. */
export const guidanceFor = (reports: readonly MeterReport[], holdings: readonly Holding[]): readonly Guidance[] =>
  guidance.flatMap((card) => {
    const { meters, products } = card.guides;
    if (products === undefined) {
      return cardOf(
        card,
        meters.filter((meter) => shown(meter, reports)),
      );
    }
    return holdings.some(({ product }) => products.includes(product)) ? cardOf(card, meters) : [];
  });
