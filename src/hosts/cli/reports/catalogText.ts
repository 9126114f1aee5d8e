/** The catalogue: its rules, and what two editions of it give differently. */
import { meters, type EditionDifference, type EditionId, type Rule, type RuleId, type Unit } from "../../../domain";
import { indented, quantityOf } from "../figures";
import { messages } from "../messages";
import { differenceKinds, offline } from "../messages/offline";
import { sourceText } from "../ruleText";

const unitOf = (meter: EditionDifference["meter"]): Unit | undefined => meters.find(({ id }) => id === meter)?.unit;

const amountOf = (amount: number | undefined, meter: EditionDifference["meter"]): string => {
  const unit = unitOf(meter);
  return amount === undefined || unit === undefined ? offline.diff.nothing : quantityOf(amount, unit);
};

const titleOf = ({ meter, way, before, after, kind }: EditionDifference): string =>
  `${messages.meters[meter]}, ${messages.ways[way]}: ${amountOf(before, meter)} -> ${amountOf(after, meter)} (${differenceKinds[kind]})`;

const linesOf = (title: string, alike: readonly EditionDifference[]): readonly string[] => {
  const sources = new Set(alike.flatMap((one) => one.sources.map(sourceText)));
  return [
    title,
    ...indented(alike.map(({ productName }) => productName)),
    ...indented([...sources].map((source) => `${offline.diff.source} ${source}`)),
  ];
};

/** What changes alike for several products is said once. */
const differenceLines = (differences: readonly EditionDifference[]): readonly string[] =>
  [...new Set(differences.map(titleOf))].flatMap((title) =>
    linesOf(
      title,
      differences.filter((difference) => titleOf(difference) === title),
    ),
  );

export const diffText = (one: EditionId, other: EditionId, differences: readonly EditionDifference[]): string =>
  differences.length === 0
    ? offline.diff.none
    : [offline.diff.heading(one, other), ...indented(differenceLines(differences))].join("\n");

export type NamedRule = Rule & { readonly id: RuleId };

const ruleLines = ({ id, kind, text, document, section }: NamedRule): readonly string[] => [
  `${id} (${offline.kinds[kind]})`,
  ...indented([text, sourceText({ document, section })]),
];

export const rulesText = (rules: readonly NamedRule[]): string => rules.flatMap(ruleLines).join("\n");
