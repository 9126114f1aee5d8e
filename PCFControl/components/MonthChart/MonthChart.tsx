import React from "react";
import { mergeClasses } from "@fluentui/react-components";
import { DataTable } from "../DataTable/DataTable";
import { useLocale } from "../Locale/Locale";
import { meterName } from "../meterWords";
import { highest, knownUsed, withToday } from "../Sparkline/useSparkline";
import type { MonthPoint } from "../Panel/Panel.types";
import { useMonthChartStyles } from "./MonthChart.styles";
import type { MonthChartProps } from "./MonthChart.types";

const chartHeight = 120;
const barShare = 0.6;

/** One month: a column for what was used, a dashed line for what was owned. An unknown month stays empty. */
function Month({ point, index, count, top }: { point: MonthPoint; index: number; count: number; top: number }) {
  const styles = useMonthChartStyles();
  const slot = 100 / count;
  const heightOf = (value: number): number => (top === 0 ? 0 : (value / top) * (chartHeight - 4));
  return (
    <>
      {point.used !== undefined && (
        <rect
          className={styles.used}
          x={`${(index + (1 - barShare) / 2) * slot}%`}
          width={`${slot * barShare}%`}
          y={chartHeight - heightOf(point.used)}
          height={heightOf(point.used)}
          rx="2"
        />
      )}
      {point.owned !== undefined && (
        <line
          className={styles.owned}
          strokeWidth="1.5"
          x1={`${index * slot}%`}
          x2={`${(index + 1) * slot}%`}
          y1={chartHeight - heightOf(point.owned)}
          y2={chartHeight - heightOf(point.owned)}
        />
      )}
    </>
  );
}

function Legend(): React.ReactElement {
  const styles = useMonthChartStyles();
  const { text } = useLocale();
  return (
    <div className={styles.legend}>
      <span className={styles.key}>
        <svg width="12" height="12" aria-hidden>
          <rect width="12" height="12" rx="2" className={styles.used} />
        </svg>
        {text("chart_used")}
      </span>
      <span className={styles.key}>
        <svg width="20" height="12" aria-hidden>
          <line x1="0" x2="20" y1="6" y2="6" strokeWidth="1.5" className={styles.owned} />
        </svg>
        {text("chart_owned")}
      </span>
    </div>
  );
}

function MonthTable({ report, points }: MonthChartProps): React.ReactElement {
  const locale = useLocale();
  const { text, format } = locale;
  const words = (value: number | undefined): string =>
    value === undefined ? text("figure_unknown") : format.amount(value, report.unit);
  return (
    <DataTable
      name={text("chart_table", [meterName(report.meter, locale)])}
      columns={[
        { id: "month", title: text("chart_month"), heads: true, value: ({ month }) => format.month(month) },
        {
          id: "used",
          title: text("chart_used"),
          numeric: true,
          value: ({ used }) => used,
          cell: ({ used }) => words(used),
        },
        {
          id: "owned",
          title: text("chart_owned"),
          numeric: true,
          value: ({ owned }) => owned,
          cell: ({ owned }) => words(owned),
        },
      ]}
      rows={points}
      keyOf={({ month }) => month}
      empty=""
    />
  );
}

/** Thirteen months as columns, and the same figures as a table for whoever reads better that way. */
export function MonthChart({ report, points }: MonthChartProps): React.ReactElement {
  const styles = useMonthChartStyles();
  const { text, format, direction } = useLocale();
  const all = withToday(points, report);
  if (knownUsed(all).length < 2) return <p>{text("trend_none")}</p>;
  const top = highest(all);
  const [first] = all;
  const last = all[all.length - 1];
  return (
    <div className={styles.root}>
      <Legend />
      <svg
        className={mergeClasses(styles.chart, direction === "rtl" && styles.mirrored)}
        height={chartHeight}
        role="img"
        aria-label={text("chart_label", [format.amount(top, report.unit)])}
      >
        {all.map((point, index) => (
          <Month key={point.month} point={point} index={index} count={all.length} top={top} />
        ))}
        <line x1="0" x2="100%" y1={chartHeight} y2={chartHeight} className={styles.base} />
      </svg>
      <div className={styles.axis} aria-hidden>
        <span>{first === undefined ? "" : format.month(first.month)}</span>
        <span>{text("chart_top", [format.amount(top, report.unit)])}</span>
        <span>{last === undefined ? "" : format.month(last.month)}</span>
      </div>
      <details className={styles.table}>
        <summary className={styles.summary}>{text("chart_asTable")}</summary>
        <MonthTable report={report} points={all} />
      </details>
    </div>
  );
}
