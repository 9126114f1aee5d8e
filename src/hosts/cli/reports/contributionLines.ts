/** The lines of an entitlement: quantity times unit, and everything that they rest on. */
import type { Contribution, MeterReport, Unit } from "../../../domain";
import { amountOf, indented, numberOf, quantityOf } from "../figures";
import { notes, offline, overrideKinds } from "../messages/offline";
import { sourceText, textOfRule } from "../ruleText";

const formula = ({ quantity, perUnit, once, amount, note }: Contribution, unit: Unit): string => {
  const [sum, each] = [quantityOf(amount, unit), amountOf(perUnit, unit)];
  if (note !== undefined && note !== "trialNotCounted") return sum;
  if (note === "trialNotCounted") return `${numberOf(quantity)} x ${each}, ${sum} counted`;
  if (once) return `${sum} ${quantity > 1 ? offline.whatever(numberOf(quantity)) : offline.once}`;
  return `${numberOf(quantity)} x ${each} = ${sum}`;
};

const marks = ({ inGrace, trial, grade }: Contribution): string => {
  const said = [
    ...(inGrace > 0 ? [offline.inGrace(numberOf(inGrace))] : []),
    ...(trial ? [offline.trial] : []),
    ...(grade === "inferred" ? [offline.inferred] : []),
  ];
  return said.length === 0 ? "" : ` (${said.join("; ")})`;
};

const decision = ({ override }: Contribution): readonly string[] =>
  override === undefined ? [] : [offline.decided(override.by, override.at, overrideKinds[override.kind])];

const lineOf = (line: Contribution, unit: Unit): readonly string[] => {
  const { productName, skuPartNumber, rule, source, edition, note } = line;
  const sku = skuPartNumber === undefined ? "" : ` [${skuPartNumber}]`;
  return [
    `${formula(line, unit)}  ${productName}${sku}${marks(line)}`,
    ...indented(
      [
        `${offline.rule} ${rule}: ${textOfRule(rule)}`,
        `${sourceText(source)}; ${offline.edition} ${edition}`,
        ...(note === undefined ? [] : [`${offline.note} ${notes[note]}`]),
        ...decision(line),
      ],
      4,
    ),
  ];
};

/** The lines and their sum. */
export const contributionLines = ({ contributions, owned, unit }: MeterReport): readonly string[] => {
  if (contributions.length === 0) return [offline.noContributions];
  const sum = contributions.reduce((total, { amount }) => total + amount, 0);
  const total = owned.kind === "unlimited" ? [] : [`${offline.total}: ${quantityOf(sum, unit)}`];
  return [offline.contributions, ...indented(contributions.flatMap((line) => lineOf(line, unit))), ...indented(total)];
};
