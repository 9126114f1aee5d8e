/** What changes between two editions of the catalogue under the same readings (GEN.catalog.edition). */
import { defaultSettings, type Policy } from "../settings";
import type { RuleSource } from "../snapshot/snapshot";
import type { EditionId } from "./editions";
import type { Grant, Way } from "./grant";
import { grantsOf } from "./grants";
import { meters, type MeterId } from "./meters";
import { products, type ProductId } from "./products";
import { sourceOf } from "./rules";
import { switchNames } from "./switches";

export interface EditionDifference {
  readonly product: ProductId;
  readonly productName: string;
  readonly meter: MeterId;
  readonly way: Way["kind"];
  /** In the meter's unit; absent when the edition has no such row. */
  readonly before?: number;
  readonly after?: number;
  readonly kind: "added" | "removed" | "changed";
  /** Where the figures stand: of the edition before, then of the one after, each once. */
  readonly sources: readonly RuleSource[];
}

interface Pair {
  readonly before?: Grant;
  readonly after?: Grant;
}

const inForce = ({ when }: Grant, policy: Policy): boolean =>
  switchNames.every((name) => when?.[name] === undefined || when[name] === policy[name]);

const keyOf = ({ product, meter, way, trial }: Grant): string =>
  [product, meter, way.kind, "family" in way ? way.family : "", trial === true].join("|");

const rowsOf = (edition: EditionId, policy: Policy): ReadonlyMap<string, Grant> =>
  new Map(
    grantsOf(edition)
      .filter((grant) => inForce(grant, policy))
      .map((grant) => [keyOf(grant), grant]),
  );

const sourcesOf = ({ before, after }: Pair): readonly RuleSource[] => {
  const all = [before, after].flatMap((grant) => (grant === undefined ? [] : [grant.source ?? sourceOf(grant.rule)]));
  const isFirst = ({ document, section }: RuleSource, index: number) =>
    all.findIndex((other) => other.document === document && other.section === section) === index;
  return all.filter(isFirst);
};

const kindOf = ({ before, after }: Pair): EditionDifference["kind"] => {
  if (before === undefined) return "added";
  return after === undefined ? "removed" : "changed";
};

const differenceOf = (pair: Pair): readonly EditionDifference[] => {
  const { before, after } = pair;
  const row = before ?? after;
  if (row === undefined || before?.amount === after?.amount) return [];
  return [
    {
      product: row.product,
      productName: products[row.product].name,
      meter: row.meter,
      way: row.way.kind,
      ...(before === undefined ? {} : { before: before.amount }),
      ...(after === undefined ? {} : { after: after.amount }),
      kind: kindOf(pair),
      sources: sourcesOf(pair),
    },
  ];
};

const productOrder: readonly string[] = Object.keys(products);
const meterOrder: readonly string[] = meters.map(({ id }) => id);
const kindOrder: readonly string[] = ["removed", "changed", "added"];

const byCatalogue = (one: EditionDifference, other: EditionDifference): number =>
  meterOrder.indexOf(one.meter) - meterOrder.indexOf(other.meter) ||
  productOrder.indexOf(one.product) - productOrder.indexOf(other.product) ||
  kindOrder.indexOf(one.kind) - kindOrder.indexOf(other.kind);

/** Every grant that is not the same in both, by meter, product and kind. The same edition twice gives nothing. */
export const diffEditions = (
  one: EditionId,
  other: EditionId,
  policy: Policy = defaultSettings.policy,
): readonly EditionDifference[] => {
  const before = rowsOf(one, policy);
  const after = rowsOf(other, policy);
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const pairOf = (key: string): Pair => {
    const [first, second] = [before.get(key), after.get(key)];
    return { ...(first === undefined ? {} : { before: first }), ...(second === undefined ? {} : { after: second }) };
  };
  return keys.flatMap((key) => differenceOf(pairOf(key))).sort(byCatalogue);
};
