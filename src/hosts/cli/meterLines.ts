/** The meters of a snapshot, a line each. */
import type { MeterReport } from "../../domain";
import { columns, figureOf, indented, usedOf } from "./figures";
import { messages } from "./messages";

const rowOf = (report: MeterReport): readonly string[] => {
  const { meter, owned, unit, status, nature } = report;
  if (nature === "rate") return [messages.meters[meter], `${figureOf(owned, unit)} ${messages.units[unit]}`];
  const figures = `${usedOf(report)} ${messages.of} ${figureOf(owned, unit)} ${messages.units[unit]}`;
  return [messages.meters[meter], `${figures} (${messages.statuses[status]})`];
};

/** Those of which something is owned or used. */
export const meterLines = (meters: readonly MeterReport[]): readonly string[] =>
  indented(columns(meters.filter(({ status }) => status !== "none").map(rowOf)));
