/** The shape of a rule, and one way of writing each kind of it. */
import type { RuleSource } from "../../snapshot/snapshot";
import { documents, rankOf, type DocumentKey, type Rank } from "../documents";
import type { MeterId } from "../meters";
import type { ProductId } from "../products";

/** Where the card of a rule that only informs is shown. */
export interface Guides {
  readonly meters: readonly MeterId[];
  /** Shown when one of them is held; absent: whenever the meter is owned or used. */
  readonly products?: readonly ProductId[];
}

interface RuleText extends RuleSource {
  /** One sentence in our own words; English, the panel translates by rule id. */
  readonly text: string;
  readonly rank: Rank;
}

/** What the engine reckons with. */
export interface Computation extends RuleText {
  readonly kind: "computation";
}

/** What is checked and told. */
export interface FindingRule extends RuleText {
  readonly kind: "finding";
}

/** What only informs. */
export interface Guidance extends RuleText {
  readonly kind: "guidance";
  readonly guides: Guides;
}

export type Rule = Computation | FindingRule | Guidance;

const written = (text: string, document: DocumentKey, section: string): RuleText => ({
  text,
  document: documents[document],
  section,
  rank: rankOf(document),
});

export const computes = (text: string, document: DocumentKey, section: string): Computation => ({
  kind: "computation",
  ...written(text, document, section),
});

export const finds = (text: string, document: DocumentKey, section: string): FindingRule => ({
  kind: "finding",
  ...written(text, document, section),
});

export const informs = (guides: Guides, text: string, document: DocumentKey, section: string): Guidance => ({
  kind: "guidance",
  ...written(text, document, section),
  guides,
});
