/** What a tenant owns of each meter, how much of it is at risk, and what other readings of a rule would give. */
import { derivations } from "../catalog/grants";
import type { MeterId } from "../catalog/meters";
import { policyValues, switchNames } from "../catalog/switches";
import type { Instant, Measured, Reason } from "../measured";
import type { Policy } from "../settings";
import type { TenantFacts } from "../snapshot/facts";
import type { Contribution, SwitchEffect } from "../snapshot/snapshot";
import { entitle, type Holding, type Line, type Terms } from "./entitle";
import { holdingsOf } from "./holdings";
import { counts, type Licence } from "./licences";

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

const totalOf = (lines: readonly Line[], meter: MeterId): number =>
  lines.filter((line) => line.meter === meter).reduce((total, line) => total + line.contribution.amount, 0);

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

const effectsOf = (
  name: keyof Policy,
  holdings: readonly Holding[],
  terms: Terms,
): readonly { readonly value: string; readonly lines: readonly Line[] }[] =>
  policyValues[name]
    .filter((value) => value !== terms.policy[name])
    .map((value) => ({
      value,
      lines: entitle(holdings, { ...terms, policy: { ...terms.policy, [name]: value } }),
    }));

const readAt = (facts: TenantFacts): Instant | undefined =>
  facts.subscribedSkus.kind === "read" ? facts.subscribedSkus.asOf : undefined;

const isTrialMeter = (meter: MeterId, terms: Terms): boolean =>
  terms.grants.some((grant) => grant.meter === meter && grant.trial === true);

/** Why the meter's entitlement cannot be told, if so. Trials need the subscriptions: nothing else says what is a trial. */
const unknownBecause = (meter: MeterId, facts: TenantFacts, terms: Terms): Reason | undefined => {
  if (facts.subscribedSkus.kind === "notRead") return facts.subscribedSkus.reason;
  if (facts.companySubscriptions.kind === "notRead" && isTrialMeter(meter, terms)) {
    return facts.companySubscriptions.reason;
  }
  return undefined;
};

const ownedFigure = (contributions: readonly Contribution[], asOf: Instant, certain: boolean): Measured => {
  if (contributions.some((line) => line.note === "unlimited")) return { kind: "unlimited" };
  const value = contributions.reduce((total, line) => total + line.amount, 0);
  const confidence = certain ? "measured" : "estimated";
  return { kind: "known", value, asOf, source: "graph.subscribedSkus", confidence };
};

/** Entitlements of all meters; computed once, asked by meter. */
export const ownership = (facts: TenantFacts, licences: readonly Licence[], terms: Terms): Ownership => {
  const holdings = holdingsOf(licences);
  const lines = entitle(holdings, terms);
  const safeLines = entitle(withoutGrace(holdings), terms);
  const effects = switchNames.map((name) => ({ name, others: effectsOf(name, holdings, terms) }));
  const trialsKnown = licences.every((licence) => !counts(licence) || licence.trial !== undefined);

  const switchesOf = (meter: MeterId): readonly SwitchEffect[] => {
    const open = openSwitches(meter, holdings, terms);
    return effects
      .filter(({ name }) => open.has(name))
      .map(({ name, others }) => ({
        name,
        value: terms.policy[name],
        others: others.map((other) => ({ value: other.value, owned: totalOf(other.lines, meter) })),
      }));
  };

  const of = (meter: MeterId): Owned => {
    const contributions = lines.filter((line) => line.meter === meter).map((line) => line.contribution);
    const reason = unknownBecause(meter, facts, terms);
    if (reason !== undefined) {
      const owned: Measured = { kind: "unknown", reason };
      return { owned, ownedAtRisk: 0, contributions: [], switches: [], lowerBound: false };
    }
    const lowerBound = contributions.some((line) => line.note === "sizeNotKnown");
    const certain = trialsKnown && !lowerBound && contributions.every((line) => line.grade === "exact");
    return {
      owned: ownedFigure(contributions, readAt(facts) ?? terms.asOf, certain),
      ownedAtRisk: totalOf(lines, meter) - totalOf(safeLines, meter),
      contributions,
      switches: switchesOf(meter),
      lowerBound,
    };
  };
  return { lines, of };
};
