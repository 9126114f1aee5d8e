/** The facts of a finding, ready for a sentence. What is not there is called unknown, never 0. */
import { meters, type Finding, type MeterId, type Unit } from "../../../domain";
import { amountOf, numberOf, quantityOf } from "../figures";
import { messages } from "../messages";

export type Facts = Finding["facts"];

/** A text, or one made of the facts. */
export type Words = string | ((facts: Facts) => string);

export interface FindingText {
  readonly title: Words;
  readonly sentence: Words;
  /** The exact next step. */
  readonly advice: Words;
}

export const saying = (words: Words, facts: Facts): string => (typeof words === "string" ? words : words(facts));

export const has = (facts: Facts, name: string): boolean => facts[name] !== undefined;

/** A figure, without its unit. */
export const figure = (facts: Facts, name: string): string => {
  const value = facts[name];
  return typeof value === "number" ? numberOf(value) : messages.notKnown;
};

/** 0 where there is none: only to compare with. */
export const valueOf = (facts: Facts, name: string): number => {
  const value = facts[name];
  return typeof value === "number" ? value : 0;
};

export const word = (facts: Facts, name: string): string => {
  const value = facts[name];
  return value === undefined ? messages.notKnown : String(value);
};

const meterOf = (name: string | number | undefined) => meters.find(({ id }) => id === name);

const nameOf = (meter: MeterId | undefined): string =>
  meter === undefined ? messages.notKnown : messages.meters[meter];

export const meterName = (facts: Facts): string => nameOf(meterOf(facts["meter"])?.id);

const inUnit = (value: number | string | undefined, unit: Unit | undefined): string => {
  if (typeof value !== "number") return messages.notKnown;
  return unit === undefined ? numberOf(value) : quantityOf(value, unit);
};

/** A figure in the unit of the finding's meter. */
export const amount = (facts: Facts, name: string): string => inUnit(facts[name], meterOf(facts["meter"])?.unit);

/** The same without the name of its unit, where the unit is named a word later. */
export const bareAmount = (facts: Facts, name: string): string => {
  const [value, unit] = [facts[name], meterOf(facts["meter"])?.unit];
  return typeof value === "number" && unit !== undefined ? amountOf(value, unit) : figure(facts, name);
};

/** A figure in a unit of its own. */
export const amountIn = (facts: Facts, name: string, unit: Unit): string => inUnit(facts[name], unit);

/** What stands under `prefix.<meter>`: `10,000 people (Interacted people), 0.05 GB (File storage)`. */
export const amountsUnder = (facts: Facts, prefix: string): string =>
  meters
    .filter(({ id }) => has(facts, `${prefix}.${id}`))
    .map(({ id, unit }) => `${inUnit(facts[`${prefix}.${id}`], unit)} (${messages.meters[id]})`)
    .join(", ");

/** One or many. */
export const plural = (facts: Facts, name: string, one: string, many: string): string =>
  `${figure(facts, name)} ${facts[name] === 1 ? one : many}`;

/** By the value of a fact; the last text where nothing fits. */
export const byValue = (facts: Facts, name: string, texts: Readonly<Record<string, string>>, otherwise = ""): string =>
  texts[word(facts, name)] ?? otherwise;
