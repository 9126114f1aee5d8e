/** The customer's pack sizes and conversion rates, laid over the catalogue without changing it. */
import type { Grant } from "../../catalog/grant";
import type { MeterId } from "../../catalog/meters";
import { meterRules } from "../../catalog/meterRules";
import { isProductId } from "../../catalog/products";
import { sourceOf } from "../../catalog/rules";
import type { Override } from "../../settings";
import type { Line } from "./entitle";

type PackSize = Extract<Override, { kind: "packSize" }>;
type ConversionRate = Extract<Override, { kind: "conversionRate" }>;

const sized = (grant: Grant, { amount, by, at }: PackSize): Grant => ({
  ...grant,
  amount,
  way: grant.way.kind === "unsized" ? { kind: "each" } : grant.way,
  override: { by, at },
});

const fits = (grant: Grant, size: PackSize): boolean =>
  grant.product === size.product && grant.meter === size.meter && grant.trial !== true;

/** A size for something that the catalogue gives no row: a row of its own. */
const added = (size: PackSize): readonly Grant[] => {
  const { product, meter, amount, by, at } = size;
  if (!isProductId(product)) return [];
  return [{ product, meter, amount, way: { kind: "each" }, rule: meterRules[meter], override: { by, at } }];
};

/** The rows with the customer's pack sizes; of several sizes for the same row the last one stands. */
export const withPackSizes = (grants: readonly Grant[], overrides: readonly Override[]): readonly Grant[] => {
  const sizes = overrides.flatMap((override) => (override.kind === "packSize" ? [override] : []));
  return sizes.reduce<readonly Grant[]>(
    (rows, size) =>
      rows.some((grant) => fits(grant, size))
        ? rows.map((grant) => (fits(grant, size) ? sized(grant, size) : grant))
        : [...rows, ...added(size)],
    grants,
  );
};

const ownedOf = (lines: readonly Line[], meter: MeterId): number =>
  lines.reduce((total, line) => (line.meter === meter ? total + line.contribution.amount : total), 0);

const converted = (lines: readonly Line[], { from, to, rate, by, at }: ConversionRate): readonly Line[] => {
  const first = lines.find((line) => line.meter === from && line.contribution.amount > 0);
  if (first === undefined) return [];
  const quantity = ownedOf(lines, from);
  const rule = meterRules[to];
  return [
    {
      ...first,
      meter: to,
      spread: "whole",
      contribution: {
        ...first.contribution,
        ...{ quantity, perUnit: 0, once: false, amount: Math.floor(quantity / rate), rule, source: sourceOf(rule) },
        note: "converted",
        override: { kind: "conversionRate", by, at },
      },
    },
  ];
};

/** What has no known size in one meter has none in the other: it makes the figure there a lower bound too. */
const open = (lines: readonly Line[], { from, to }: ConversionRate): readonly Line[] => {
  const rule = meterRules[to];
  return lines
    .filter((line) => line.meter === from && line.contribution.note === "sizeNotKnown")
    .map((line) => ({ ...line, meter: to, contribution: { ...line.contribution, rule, source: sourceOf(rule) } }));
};

/** Lines that a conversion rate adds to a meter: all that is owned of the other one, divided once. */
export const convertedLines = (lines: readonly Line[], overrides: readonly Override[]): readonly Line[] =>
  overrides.flatMap((override) =>
    override.kind === "conversionRate" ? [...converted(lines, override), ...open(lines, override)] : [],
  );
