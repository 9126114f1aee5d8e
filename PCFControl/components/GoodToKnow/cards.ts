import type { Guidance, MeterReport, Snapshot } from "../../../src/domain";

/** The cards that belong beside a meter. */
export const cardsOf = ({ guidance }: Snapshot, { meter }: MeterReport): readonly Guidance[] =>
  guidance.filter(({ meters }) => meters.includes(meter));
