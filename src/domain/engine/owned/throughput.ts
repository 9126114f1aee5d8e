/** How fast messages may go out: a class that a tenant qualifies for by what it owns (CI-J.throughput). */
import type { MeterId } from "../../catalog/meters";
import { products, type ProductId } from "../../catalog/products";
import { sourceOf, type RuleId } from "../../catalog/rules";
import { throughputProducts, throughputRates, throughputThresholds } from "../../catalog/throughput";
import type { ContributionNote } from "../../snapshot/snapshot";
import type { Holding, Line, Terms } from "./entitle";

const meter: MeterId = "throughput";
const rule: RuleId = "CI-J.throughput";

const lineOf = (holding: Holding, amount: number, note: ContributionNote, { edition }: Terms): Line => {
  const { product, skuPartNumber, quantity, inGrace, grade, trial, override } = holding;
  return {
    ...{ meter, holding, spread: "whole" },
    contribution: {
      ...{ product, productName: products[product].name, skuPartNumber, quantity, inGrace },
      ...{ perUnit: amount, once: true, amount, rule, source: sourceOf(rule), edition, grade, trial, note },
      ...(override === undefined ? {} : { override: { kind: "sku", ...override } }),
    },
  };
};

/** Trials do not count. */
const paidOf = (wanted: readonly ProductId[], holdings: readonly Holding[]): Holding | undefined =>
  holdings.find(({ product, trial }) => !trial && wanted.includes(product));

/** The holding that brings the raised rate, by any of the three conditions. */
const raisedBy = (people: number, holdings: readonly Holding[]): Holding | undefined => {
  const legacy = paidOf(throughputProducts.legacyBase, holdings);
  const current = paidOf(throughputProducts.currentBase, holdings);
  if (current !== undefined && people >= throughputThresholds.interactedPeople) return current;
  if (legacy !== undefined && people >= throughputThresholds.legacyContacts) return legacy;
  return current === undefined ? undefined : paidOf(throughputProducts.burst, holdings);
};

const ofPeople = (lines: readonly Line[]): readonly Line[] => lines.filter((line) => line.meter === "interactedPeople");

/** Packs of unknown size could lift the tenant over a threshold: the normal rate is certain, the raised one possible. */
const openLines = (lines: readonly Line[], terms: Terms): readonly Line[] =>
  ofPeople(lines)
    .filter(({ contribution }) => contribution.note === "sizeNotKnown")
    .map(({ holding }) => lineOf(holding, 0, "sizeNotKnown", terms));

/**
 * The line of the meter, from the licences and the lines of all other meters: rates do not add up, so one product
 * carries it. Without a paid base nobody sends. People are those owned, old contacts and new packs together.
 */
export const throughputLines = (
  holdings: readonly Holding[],
  lines: readonly Line[],
  terms: Terms,
): readonly Line[] => {
  const people = ofPeople(lines).reduce((sum, { contribution }) => sum + contribution.amount, 0);
  const raised = raisedBy(people, holdings);
  if (raised !== undefined) return [lineOf(raised, throughputRates.raised, "throughputClass", terms)];
  const base = paidOf(throughputProducts.currentBase, holdings) ?? paidOf(throughputProducts.legacyBase, holdings);
  if (base === undefined) return [];
  return [lineOf(base, throughputRates.normal, "throughputClass", terms), ...openLines(lines, terms)];
};

/** Hours that messages take at a rate an hour, rounded up to tenths. */
export const sendingHours = (messages: number, perHour: number): number => Math.ceil((10 * messages) / perHour) / 10;
