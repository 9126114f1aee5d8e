/** What a tenant owns of each meter, how much of it is at risk, and what other readings of a rule would give. */
import { editionIds, type EditionId } from "../../catalog/editions";
import { derivations, grantsOf } from "../../catalog/grants";
import type { MeterId } from "../../catalog/meters";
import { switches, switchNames } from "../../catalog/switches";
import type { Instant, Measured, Reason } from "../../measured";
import type { Policy, Settings } from "../../settings";
import type { Contribution, SwitchEffect } from "../../snapshot/snapshot";
import { entitle, type Holding, type Line, type Terms } from "./entitle";
import { convertedLines, withPackSizes } from "./overrides";
import { throughputLines } from "./throughput";

export interface Owned {
  readonly owned: Measured;
  readonly ownedAtRisk: number;
  readonly contributions: readonly Contribution[];
  readonly switches: readonly SwitchEffect[];
  /** A part of what is owned has no known size, so `owned` is a lower bound. */
  readonly lowerBound: boolean;
}

export interface Ownership {
  readonly lines: readonly Line[];
  readonly of: (meter: MeterId) => Owned;
}

/** How sure the licences are. */
export interface Certainty {
  /** When they were read. */
  readonly asOf: Instant;
  /** Of every licence that counts it is known whether it is a trial. */
  readonly trialsKnown: boolean;
  /** Why the entitlement of a meter cannot be told, if so. */
  readonly missing: (meter: MeterId) => Reason | undefined;
  /** Lines of licences that the catalogue does not know and that may give to the meter; all of amount 0. */
  readonly open: (meter: MeterId) => readonly Contribution[];
}

/** The rows of an edition with the customer's sizes, and the readings in force. */
export const termsOf = (
  { edition, policy, overrides }: Pick<Settings, "edition" | "policy" | "overrides">,
  asOf: Instant,
): Terms => ({
  ...{ edition, policy, overrides, asOf },
  grants: withPackSizes(grantsOf(edition), overrides),
});

const allLines = (holdings: readonly Holding[], terms: Terms): readonly Line[] => {
  const entitled = entitle(holdings, terms);
  const lines = [...entitled, ...convertedLines(entitled, terms.overrides)];
  return [...lines, ...throughputLines(holdings, lines, terms)];
};

const totalOf = (lines: readonly Line[], meter: MeterId): number =>
  lines.reduce((total, line) => (line.meter === meter ? total + line.contribution.amount : total), 0);

const withoutGrace = (holdings: readonly Holding[]): readonly Holding[] =>
  holdings
    .map((holding) => ({ ...holding, quantity: holding.quantity - holding.inGrace, inGrace: 0 }))
    .filter((holding) => holding.quantity > 0);

const baseMeter = (meter: MeterId): MeterId => derivations.find(({ to }) => to === meter)?.from ?? meter;

/** Switches that the meter's rows for the owned products depend on. */
const openSwitches = (meter: MeterId, holdings: readonly Holding[], terms: Terms): ReadonlySet<string> => {
  const products = new Set<string>(holdings.filter((holding) => !holding.trial).map(({ product }) => product));
  const rows = terms.grants.filter((grant) => grant.meter === baseMeter(meter) && products.has(grant.product));
  return new Set(rows.flatMap((grant) => Object.keys(grant.when ?? {})));
};

interface Reading {
  readonly value: string;
  readonly lines: readonly Line[];
}

const readingsOf = (name: keyof Policy, holdings: readonly Holding[], terms: Terms): readonly Reading[] => {
  const values: readonly string[] = switches[name].values;
  return values
    .filter((value) => value !== terms.policy[name])
    .map((value) => ({ value, lines: allLines(holdings, { ...terms, policy: { ...terms.policy, [name]: value } }) }));
};

const inEdition = (edition: EditionId, holdings: readonly Holding[], terms: Terms): Reading => ({
  value: edition,
  lines: allLines(holdings, { ...terms, edition, grants: withPackSizes(grantsOf(edition), terms.overrides) }),
});

const ownedFigure = (contributions: readonly Contribution[], asOf: Instant, certain: boolean): Measured => {
  if (contributions.some((line) => line.note === "unlimited")) return { kind: "unlimited" };
  const value = contributions.reduce((total, line) => total + line.amount, 0);
  const confidence = certain ? "measured" : "estimated";
  return { kind: "known", value, asOf, source: "graph.subscribedSkus", confidence };
};

const effect = (name: string, value: string, others: readonly Reading[], meter: MeterId): SwitchEffect => ({
  name,
  value,
  others: others.map((other) => ({ value: other.value, owned: totalOf(other.lines, meter) })),
});

/** Gives the effect of every switch, and of the edition, on a meter; what has none is left out. */
const effectsFor = (holdings: readonly Holding[], terms: Terms, lines: readonly Line[]) => {
  const owning = switchNames.filter((name) => switches[name].moves === "owned");
  const byName = owning.map((name) => ({ name, others: readingsOf(name, holdings, terms) }));
  const editions = editionIds.filter((id) => id !== terms.edition).map((id) => inEdition(id, holdings, terms));
  return (meter: MeterId): readonly SwitchEffect[] => {
    const open = openSwitches(meter, holdings, terms);
    const today = totalOf(lines, meter);
    const moves = (others: readonly Reading[]) => others.some((other) => totalOf(other.lines, meter) !== today);
    return [
      ...byName
        .filter(({ name, others }) => open.has(name) || moves(others))
        .map(({ name, others }) => effect(name, terms.policy[name], others, meter)),
      ...(moves(editions) ? [effect("edition", terms.edition, editions, meter)] : []),
    ];
  };
};

/** Entitlements of all meters; computed once, asked by meter. */
export const ownership = (holdings: readonly Holding[], terms: Terms, certainty: Certainty): Ownership => {
  const lines = allLines(holdings, terms);
  const safeLines = allLines(withoutGrace(holdings), terms);
  const effectsOf = effectsFor(holdings, terms, lines);
  const of = (meter: MeterId): Owned => {
    const reason = certainty.missing(meter);
    if (reason !== undefined) {
      const owned: Measured = { kind: "unknown", reason };
      return { owned, ownedAtRisk: 0, contributions: [], switches: [], lowerBound: false };
    }
    const known = lines.filter((line) => line.meter === meter).map((line) => line.contribution);
    const contributions = [...known, ...certainty.open(meter)];
    const lowerBound = contributions.some((line) => line.note === "sizeNotKnown");
    const certain = certainty.trialsKnown && !lowerBound && contributions.every((line) => line.grade === "exact");
    return {
      owned: ownedFigure(contributions, certainty.asOf, certain),
      ownedAtRisk: totalOf(lines, meter) - totalOf(safeLines, meter),
      contributions,
      switches: effectsOf(meter),
      lowerBound,
    };
  };
  return { lines, of };
};
