export interface Fact {
  readonly term: string;
  readonly value: string;
}

export interface FactsProps {
  readonly facts: readonly Fact[];
}
