/** This product's own rules about figures (`DATA.*`). */
import { computes, finds, type Rule } from "./rule";

export const ownRules = {
  "DATA.sku.unknown": finds(
    "A licence that the catalogue does not know is shown and not counted until somebody says what it is.",
    "readingFigures",
    "Licences",
  ),
  "DATA.sku.inferred": finds(
    "A licence recognised by its service plan is counted and marked, so that somebody can confirm it.",
    "readingFigures",
    "Licences",
  ),
  "DATA.coverage": finds(
    "An environment that was not read is missing from a total, which is then a lower bound.",
    "readingFigures",
    "Coverage",
  ),
  "DATA.age": finds("Figures older than the agreed age are called stale.", "readingFigures", "Age"),
  "DATA.jump": finds(
    "Use that changed by a fifth or more since the last day of history is pointed out, because a mistake and a campaign look alike.",
    "readingFigures",
    "History",
  ),
  "DATA.forecast": computes(
    "A forecast is a range drawn from the history that there is; without a trend it names no date.",
    "readingFigures",
    "Forecast",
  ),
} as const satisfies Readonly<Record<string, Rule>>;
