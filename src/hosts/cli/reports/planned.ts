/** What changes would do, as a person reads it. */
import {
  products,
  isProductId,
  type Cost,
  type Finding,
  type MeterChange,
  type MeterSide,
  type PackAdvice,
  type Plan,
  type Snapshot,
  type Unit,
} from "../../../domain";
import { changeOf, columns, figureOf, indented, moneyOf, numberOf, quantityOf } from "../figures";
import { messages } from "../messages";
import { offline } from "../messages/offline";
import { headingOf } from "./assessment";
import { findingLines } from "./findingLines";

const texts = offline.plan;
const productName = (id: string): string => (isProductId(id) ? products[id].name : id);

const sideText = ({ owned, used, status }: MeterSide, unit: Unit): string =>
  `${figureOf(used, unit)} ${messages.of} ${figureOf(owned, unit)} ${messages.units[unit]} (${messages.statuses[status]})`;

/** Of a meter that reads otherwise than before. */
const rowsOf = ({ meter, before, after }: MeterChange, unit: Unit): readonly (readonly string[])[] => {
  const [today, then] = [sideText(before, unit), sideText(after, unit)];
  return today === then ? [] : [[messages.meters[meter], today, `-> ${then}`]];
};

const meterSection = ({ meters: all, after }: Plan): readonly string[] => {
  const units = new Map(after.map(({ meter, unit }) => [meter, unit]));
  const rows = all.flatMap((change) => {
    const unit = units.get(change.meter);
    return unit === undefined ? [] : rowsOf(change, unit);
  });
  if (rows.length === 0) return [texts.unchanged];
  return [texts.changes, ...indented(columns(rows)), ...indented([texts.others(all.length - rows.length)])];
};

const findingSection = (title: string, findings: readonly Finding[]): readonly string[] =>
  findings.length === 0 ? [] : ["", title, ...findings.flatMap((finding) => ["", ...indented(findingLines(finding))])];

const costText = ({ cents, currency, complete, missing }: Cost, text = moneyOf): string =>
  complete
    ? text(cents, currency)
    : `${text(cents, currency)} (${texts.incomplete(missing.map(productName).join(", "))})`;

/** Nothing priced at all is no sum. */
const packCost = (cost: Cost): string => (cost.cents === 0 && !cost.complete ? texts.priceUnknown : costText(cost));

const packLine = ({ meter, lacking, packs, owned, cost }: PackAdvice, plan: Plan): string => {
  const unit = plan.after.find((report) => report.meter === meter)?.unit;
  const amount = (value: number): string => (unit === undefined ? numberOf(value) : quantityOf(value, unit));
  const name = messages.meters[meter];
  if (packs.length === 0) return texts.noPack(name, amount(lacking));
  const bought = packs.map((pack) => `${numberOf(pack.quantity)} x ${pack.productName}`).join(" + ");
  return texts.pack(name, amount(lacking), bought, amount(owned), packCost(cost));
};

const packSection = (plan: Plan): readonly string[] =>
  plan.packs.length === 0 ? [] : ["", texts.packs, ...indented(plan.packs.map((advice) => packLine(advice, plan)))];

const costSection = ({ cost }: Plan): readonly string[] => [
  "",
  texts.cost,
  ...indented(
    columns([
      [texts.today, costText(cost.before)],
      [texts.after, costText(cost.after)],
      [texts.change, costText(cost.change, changeOf)],
    ]),
  ),
  ...indented(
    (cost.after.decisions ?? []).map(({ product, by, at }) => texts.priceDecided(productName(product), by, at)),
  ),
  ...indented([texts.illustration]),
];

export const planText = (snapshot: Snapshot, plan: Plan): string =>
  [
    headingOf(snapshot),
    "",
    ...meterSection(plan),
    ...findingSection(texts.appear, plan.appear),
    ...findingSection(texts.go, plan.go),
    ...packSection(plan),
    ...costSection(plan),
    ...(plan.sendingHours === undefined ? [] : ["", texts.sending(numberOf(plan.sendingHours))]),
  ].join("\n");
