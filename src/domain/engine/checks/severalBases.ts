import type { Grant } from "../../catalog/grant";
import { grantsOf } from "../../catalog/grants";
import type { ProductId } from "../../catalog/products";
import { withPackSizes } from "../owned/overrides";
import { boughtOf, productSubject, unitsOf } from "./bought";
import type { Found, QuotaCheck, QuotaInput } from "./check";

interface BaseRow extends Grant {
  readonly family: string;
}

/** Rows that the switch `basePeopleStacking` decides about, each family of base licences with its meters. */
const baseRows = ({ edition, overrides }: QuotaInput["settings"]): readonly BaseRow[] =>
  withPackSizes(grantsOf(edition), overrides).flatMap((grant) =>
    grant.way.kind === "once" && grant.when?.basePeopleStacking === "once"
      ? [{ ...grant, family: grant.way.family }]
      : [],
  );

type Bought = ReadonlyMap<ProductId, number>;

/** `sum.<meter>` with every base counted, `once.<meter>` with one. */
const amountsOf = (held: readonly BaseRow[], bought: Bought): Found["facts"] => {
  const amounts: Record<string, number> = {};
  for (const { product, meter, amount } of held) {
    amounts[`sum.${meter}`] = (amounts[`sum.${meter}`] ?? 0) + amount * unitsOf([product], bought);
    amounts[`once.${meter}`] ??= amount;
  }
  return amounts;
};

const ofFamily = (rows: readonly BaseRow[], bought: Bought, reading: string): readonly Found[] => {
  const held = rows.filter(({ product }) => bought.has(product));
  const products = [...new Set(held.map(({ product }) => product))];
  const quantity = unitsOf(products, bought);
  if (quantity < 2) return [];
  return held.slice(0, 1).map(({ family, rule }) => ({
    id: `severalBases:${family}`,
    kind: "severalBases",
    rule,
    subjects: products.map(productSubject),
    facts: { family, quantity, reading, ...amountsOf(held, bought) },
  }));
};

/** More than one base licence of a family: whether their people add up is an open reading (CI-J.interacted-people.base). */
export const severalBases: QuotaCheck = ({ settings, holdings }) => {
  const rows = baseRows(settings);
  const bought = boughtOf(holdings);
  return [...new Set(rows.map(({ family }) => family))].flatMap((family) =>
    ofFamily(
      rows.filter((row) => row.family === family),
      bought,
      settings.policy.basePeopleStacking,
    ),
  );
};
