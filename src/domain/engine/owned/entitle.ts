/** From licences and the rows of the catalogue to contribution lines that add up. */
import type { EditionId } from "../../catalog/editions";
import type { Derivation, Grant, Way } from "../../catalog/grant";
import { derivations } from "../../catalog/grants";
import type { MeterId } from "../../catalog/meters";
import { products, type ProductId } from "../../catalog/products";
import { sourceOf } from "../../catalog/rules";
import { switchNames } from "../../catalog/switches";
import type { Instant } from "../../measured";
import type { Decided, Override, Policy } from "../../settings";
import type { Contribution, ContributionNote, SkuGrade } from "../../snapshot/snapshot";
import { groupBy } from "../tally";

/** Licences of one product that count alike, taken together. */
export interface Holding {
  readonly product: ProductId;
  readonly skuPartNumber: string;
  readonly grade: SkuGrade;
  readonly trial: boolean;
  readonly quantity: number;
  readonly inGrace: number;
  readonly subscriptions: number;
  /** Who said what the licence is, when not the catalogue. */
  readonly override?: Decided;
}

export interface Terms {
  /** Rows of the edition, with the customer's pack sizes. */
  readonly grants: readonly Grant[];
  readonly edition: EditionId;
  readonly policy: Policy;
  readonly overrides: readonly Override[];
  readonly asOf: Instant;
}

/** How a line's amount falls on the licences behind it: with each unit, with each subscription, or in one piece. */
export type Spread = "unit" | "subscription" | "whole";

export interface Line {
  readonly meter: MeterId;
  readonly holding: Holding;
  readonly spread: Spread;
  readonly contribution: Contribution;
}

interface Candidate {
  readonly holding: Holding;
  readonly grant: Grant;
}

interface Giving {
  readonly amount: number;
  readonly once?: boolean;
  readonly note?: ContributionNote;
}

type Give<Kind extends Way["kind"]> = (
  candidate: Candidate,
  way: Extract<Way, { kind: Kind }>,
  all: readonly Candidate[],
  asOf: Instant,
) => Giving | undefined;

const familyOf = ({ grant }: Candidate): string | undefined => ("family" in grant.way ? grant.way.family : undefined);
const each = ({ holding, grant }: Candidate): Giving => ({ amount: holding.quantity * grant.amount });

/** The first line of a family carries what is given once; the others of it have none. */
const once = (candidate: Candidate, way: { readonly family: string }, all: readonly Candidate[]): Giving | undefined =>
  all.find((other) => familyOf(other) === way.family) === candidate
    ? { amount: candidate.grant.amount, once: true }
    : undefined;

const largestOf = (all: readonly Candidate[]): Candidate | undefined => {
  const rivals = all.filter(({ grant }) => grant.way.kind === "largest");
  return rivals.reduce<Candidate | undefined>(
    (best, rival) => (best === undefined || rival.grant.amount > best.grant.amount ? rival : best),
    undefined,
  );
};

/** The winning family carries its amount; each other family stands there with 0 and says why. */
const largest: Give<"largest"> = (candidate, way, all) => {
  const given = once(candidate, way, all);
  if (given === undefined) return undefined;
  const winner = largestOf(all);
  const wins = winner !== undefined && familyOf(winner) === way.family;
  return wins ? given : { amount: 0, once: true, note: "largerBaseCounts" };
};

/** What a candidate weighs in the pool of a family; nothing when it is not of it. */
const weightIn = ({ holding, grant: { way } }: Candidate, family: string): number =>
  way.kind === "blocks" && way.family === family ? holding.quantity * way.weight : 0;

/** What this line adds to the whole blocks of the pool. Heavier packs come first in the catalogue and fill blocks alone. */
const blocks: Give<"blocks"> = (candidate, way, all) => {
  const upTo = (count: number) => all.slice(0, count).reduce((sum, other) => sum + weightIn(other, way.family), 0);
  const whole = (weight: number) => Math.floor(weight / way.block);
  const index = all.indexOf(candidate);
  const amount = (whole(upTo(index + 1)) - whole(upTo(index))) * candidate.grant.amount;
  return amount === each(candidate).amount ? { amount } : { amount, note: "wholeBlocksOnly" };
};

const ways: { readonly [Kind in Way["kind"]]: Give<Kind> } = {
  each,
  once,
  largest,
  blocks,
  subscription: ({ holding, grant }) => ({ amount: holding.subscriptions * grant.amount }),
  unsized: () => ({ amount: 0, note: "sizeNotKnown" }),
  unlimited: (candidate, way, _all, asOf) =>
    Date.parse(asOf) >= Date.parse(way.from) ? { amount: 0, note: "unlimited" } : each(candidate),
};

const give = <Kind extends Way["kind"]>(
  candidate: Candidate,
  way: Extract<Way, { kind: Kind }> & { readonly kind: Kind },
  all: readonly Candidate[],
  asOf: Instant,
): Giving | undefined => ways[way.kind](candidate, way, all, asOf);

const applies = ({ when }: Grant, policy: Policy): boolean =>
  when === undefined || switchNames.every((name) => when[name] === undefined || when[name] === policy[name]);

const spreadOf = ({ kind }: Way, { once: isOnce, note }: Giving): Spread => {
  if (kind === "subscription") return "subscription";
  return isOnce === true || note !== undefined ? "whole" : "unit";
};

/** A pack size says more about the amount than the name of the licence does. */
const overrideOf = ({ holding, grant }: Candidate): Pick<Contribution, "override"> => {
  if (grant.override !== undefined) return { override: { kind: "packSize", ...grant.override } };
  return holding.override === undefined ? {} : { override: { kind: "sku", ...holding.override } };
};

const lineOf = ({ holding, grant }: Candidate, giving: Giving, edition: EditionId): Line => ({
  meter: grant.meter,
  holding,
  spread: spreadOf(grant.way, giving),
  contribution: {
    product: holding.product,
    productName: products[holding.product].name,
    skuPartNumber: holding.skuPartNumber,
    quantity: grant.way.kind === "subscription" ? holding.subscriptions : holding.quantity,
    inGrace: holding.inGrace,
    perUnit: grant.amount,
    once: giving.once ?? false,
    amount: giving.amount,
    rule: grant.rule,
    source: grant.source ?? sourceOf(grant.rule),
    edition,
    grade: holding.grade,
    trial: holding.trial,
    ...(giving.note === undefined ? {} : { note: giving.note }),
    ...overrideOf({ holding, grant }),
  },
});

/** A paid row that a trial would have: shown with 0, because paid quota excludes trials (CI-J.trial.limits). */
const trialLine = (candidate: Candidate, edition: EditionId): Line =>
  lineOf(candidate, { amount: 0, note: "trialNotCounted" }, edition);

const derived = (line: Line, { to, factor, rule }: Derivation): Line => ({
  ...line,
  meter: to,
  contribution: {
    ...line.contribution,
    perUnit: line.contribution.perUnit * factor,
    amount: line.contribution.amount * factor,
    rule,
    source: sourceOf(rule),
  },
});

const candidatesOf = (holdings: readonly Holding[], terms: Terms): readonly Candidate[] => {
  const byProduct = groupBy(holdings, ({ product }) => product);
  return terms.grants
    .filter((grant) => applies(grant, terms.policy))
    .flatMap((grant) => (byProduct.get(grant.product) ?? []).map((holding) => ({ holding, grant })));
};

const countsAs = ({ holding, grant }: Candidate): "counted" | "trial" | "none" => {
  if (holding.trial === (grant.trial ?? false)) return "counted";
  return holding.trial ? "trial" : "none";
};

/**
 * Contribution lines of all meters, in the order of the catalogue. The amounts of a meter's lines are what it owns.
 * A default that comes once per tenant is one line per family of products: the family that counts has the amount.
 */
export const entitle = (holdings: readonly Holding[], terms: Terms): readonly Line[] => {
  const candidates = candidatesOf(holdings, terms);
  const counted = candidates.filter((candidate) => countsAs(candidate) === "counted");
  const own = counted.flatMap((candidate) => {
    const sisters = counted.filter(({ grant }) => grant.meter === candidate.grant.meter);
    const giving = give(candidate, candidate.grant.way, sisters, terms.asOf);
    return giving === undefined ? [] : [lineOf(candidate, giving, terms.edition)];
  });
  const trials = candidates
    .filter((candidate) => countsAs(candidate) === "trial")
    .map((candidate) => trialLine(candidate, terms.edition));
  const lines = [...own, ...trials];
  return [
    ...lines,
    ...derivations.flatMap((rule) =>
      lines.filter((line) => line.meter === rule.from).map((line) => derived(line, rule)),
    ),
  ];
};
