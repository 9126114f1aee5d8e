/** Messages and sessions of Copilot Studio, as the service counts them for the tenant (CC.copilot.not-included). */
import { currencyTypes } from "../../catalog/currencies";
import type { Instant, Known, Measured, Reason } from "../../measured";
import type { Currency } from "../../snapshot/facts";
import type { CountingInput } from "../used/countingInput";
import { environmentsOf } from "../used/environments";
import { isCurrent, latestImports } from "../used/imports";

type CurrencyMeter = keyof typeof currencyTypes;

const unknown = (reason: Reason): Measured => ({ kind: "unknown", reason });

interface Reading {
  readonly value: number;
  readonly measuredAt: Instant;
}

const older = (one: Instant, other: Instant): Instant => (Date.parse(other) < Date.parse(one) ? other : one);

/** `undefined` without readings. */
const sumOf = (readings: readonly Reading[], origin: Pick<Known, "source" | "confidence">): Known | undefined => {
  const [first, ...others] = readings;
  if (first === undefined) return undefined;
  return {
    kind: "known",
    value: others.reduce((sum, { value }) => sum + value, first.value),
    asOf: others.reduce((asOf, { measuredAt }) => older(asOf, measuredAt), first.measuredAt),
    ...origin,
  };
};

/** Parts of a unit count as a whole one. */
const consumedOf = (currencies: readonly Currency[], readAt: Instant): readonly Reading[] =>
  currencies.flatMap(({ consumed, measuredAt = readAt }) =>
    consumed === undefined ? [] : [{ value: Math.ceil(consumed), measuredAt }],
  );

/** Unknown when the service was not asked or refused, has no such currency, or gives one of them no current figure. */
const official = (meter: CurrencyMeter, input: CountingInput): Measured => {
  const { currencies } = input.facts;
  if (currencies === undefined) return unknown({ code: "sourceNotRead" });
  if (currencies.kind === "notRead") return unknown(currencies.reason);
  const types: readonly string[] = currencyTypes[meter];
  const mine = currencies.value.filter(({ type }) => types.includes(type));
  const current = consumedOf(mine, currencies.asOf).filter(({ measuredAt }) =>
    isCurrent(measuredAt, "firstOfMonth", input),
  );
  const whole = current.length === mine.length ? current : [];
  return sumOf(whole, { source: currencies.source, confidence: "measured" }) ?? unknown({ code: "noReading" });
};

const imported = (meter: CurrencyMeter, input: CountingInput): Known | undefined => {
  const latestOf = latestImports(input.facts.imported);
  const readings = environmentsOf(input.facts)
    .flatMap(({ id }) => latestOf(id, meter) ?? [])
    .filter(({ measuredAt }) => isCurrent(measuredAt, "firstOfMonth", input));
  return sumOf(readings, { source: "import.csv", confidence: "imported" });
};

/**
 * What was consumed in the current month, by the service's own count for the tenant, else by the readings that were
 * handed in; nothing carries over from an earlier month (GEN.reset.monthly).
 */
export const currencyConsumed =
  (meter: CurrencyMeter) =>
  (input: CountingInput): Measured => {
    const figure = official(meter, input);
    return figure.kind === "known" ? figure : (imported(meter, input) ?? figure);
  };
