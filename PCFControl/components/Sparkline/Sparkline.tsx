import React from "react";
import { mergeClasses } from "@fluentui/react-components";
import { useLocale } from "../Locale/Locale";
import type { Locale } from "../Locale/Locale.types";
import { useSparklineStyles } from "./Sparkline.styles";
import type { SparklineProps } from "./Sparkline.types";
import { highest, knownUsed, linePath, sparkline, withToday } from "./useSparkline";

function trendWords({ points, report }: SparklineProps, locale: Locale): string | undefined {
  const known = knownUsed(points);
  const [first] = known;
  const last = known[known.length - 1];
  if (first === undefined || last === undefined || known.length < 2) return undefined;
  const { amount, month } = locale.format;
  const values = [
    month(first.month),
    amount(first.used, report.unit),
    month(last.month),
    amount(last.used, report.unit),
  ];
  return locale.text("trend_label", values);
}

/** Thirteen months of use, owned as a dashed line above it. Fewer than two known months are no trend. */
export function Sparkline({ report, points }: SparklineProps): React.ReactElement {
  const styles = useSparklineStyles();
  const locale = useLocale();
  const all = withToday(points, report);
  const label = trendWords({ report, points: all }, locale);
  if (label === undefined) return <span className={styles.none}>{locale.text("trend_none")}</span>;
  const top = highest(all);
  const used = linePath(
    all.map((point) => point.used),
    top,
  );
  const owned = linePath(
    all.map((point) => point.owned),
    top,
  );
  return (
    <svg
      className={mergeClasses(styles.root, locale.direction === "rtl" && styles.mirrored)}
      width={sparkline.width}
      height={sparkline.height}
      role="img"
      aria-label={label}
    >
      <path d={owned} className={styles.owned} />
      <path d={used} strokeWidth="1.6" strokeLinejoin="round" className={styles.used} />
    </svg>
  );
}
