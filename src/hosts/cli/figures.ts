/** Figures as a person reads them. A figure that is not known is never drawn as 0. */
import type { Measured, MeterReport, Unit } from "../../domain";
import { messages } from "./messages";
import { singleUnits } from "./messages/names";

const numbers = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
export const numberOf = (value: number): string => numbers.format(value);

const megabytesPerGigabyte = 1_000;
/** Every whole number of MB is told in full. */
const gigabytes = new Intl.NumberFormat("en", { maximumFractionDigits: 3 });

/** Without its unit; storage, which is kept in MB, in GB of 1,000 MB (rules.md 0.2). */
export const amountOf = (value: number, unit: Unit): string =>
  unit === "megabytes" ? gigabytes.format(value / megabytesPerGigabyte) : numberOf(value);

/** `12,000 people`, `12.5 GB` */
export const quantityOf = (value: number, unit: Unit): string =>
  `${amountOf(value, unit)} ${value === 1 ? singleUnits[unit] : messages.units[unit]}`;

export const figureOf = (measured: Measured, unit: Unit): string => {
  if (measured.kind === "known") return amountOf(measured.value, unit);
  return measured.kind === "unlimited" ? messages.unlimited : messages.notKnown;
};

/** With `at least` where not every environment was read. */
export const usedOf = ({ used, coverage, unit }: Pick<MeterReport, "used" | "coverage" | "unit">): string => {
  const isLowerBound = used.kind === "known" && coverage.read < coverage.total;
  return `${isLowerBound ? messages.lowerBound : ""}${figureOf(used, unit)}`;
};

const currencyOf = (currency: string): Intl.NumberFormat =>
  new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "code" });

/** A sum in hundredths, such as `EUR 945.00`. */
export const moneyOf = (cents: number, currency: string): string => currencyOf(currency).format(cents / 100);

/** As `moneyOf`, with a plus before what is added. */
export const changeOf = (cents: number, currency: string): string =>
  `${cents > 0 ? "+" : ""}${moneyOf(cents, currency)}`;

/** Rows of cells, each column as wide as its widest cell; the last one is left as it is. */
export const columns = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = rows.reduce<readonly number[]>(
    (widest, row) => row.map((cell, index) => Math.max(cell.length, widest[index] ?? 0)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
};

export const indented = (lines: readonly string[], by = 2): readonly string[] =>
  lines.map((line) => (line === "" ? line : `${" ".repeat(by)}${line}`));
