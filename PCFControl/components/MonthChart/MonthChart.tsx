import React from "react";
import { mergeClasses } from "@fluentui/react-components";
import type { MeterReport } from "../../../src/domain";
import { DataTable } from "../DataTable/DataTable";
import { useLocale } from "../Locale/Locale";
import { meterName } from "../meterWords";
import { highest, knownUsed, peakOf, withToday } from "../Sparkline/useSparkline";
import type { MonthPoint } from "../Panel/Panel.types";
import { useMonthChartStyles } from "./MonthChart.styles";
import type { MonthChartProps } from "./MonthChart.types";

const chartHeight = 140;
/** Room above the columns for their figures. */
const headroom = 18;
const barShare = 0.6;

interface MonthProps {
  readonly point: MonthPoint;
  /** Left edge and width of the month's slot, in per cent. */
  readonly start: number;
  readonly slot: number;
  readonly top: number;
  readonly report: MeterReport;
}

/** One month: a column for what was used with its figure, a dashed line for what was owned. An unknown month stays empty. */
function Month({ point, start, slot, top, report }: MonthProps): React.ReactElement {
  const styles = useMonthChartStyles();
  const { format } = useLocale();
  const heightOf = (value: number): number => (top === 0 ? 0 : (value / top) * (chartHeight - headroom));
  const { used, owned } = point;
  return (
    <>
      {used !== undefined && (
        <rect
          className={styles.used}
          x={`${start + ((1 - barShare) / 2) * slot}%`}
          width={`${slot * barShare}%`}
          y={chartHeight - heightOf(used)}
          height={heightOf(used)}
          rx="2"
        />
      )}
      {owned !== undefined && (
        <line
          className={styles.owned}
          strokeWidth="1.5"
          x1={`${start}%`}
          x2={`${start + slot}%`}
          y1={chartHeight - heightOf(owned)}
          y2={chartHeight - heightOf(owned)}
        />
      )}
      {used !== undefined && (
        <text className={styles.figure} x={`${start + slot / 2}%`} y={chartHeight - heightOf(used) - 5}>
          {format.figure(used, report.unit)}
        </text>
      )}
    </>
  );
}

function Legend({ report, peak }: { report: MeterReport; peak: MonthPoint | undefined }): React.ReactElement {
  const styles = useMonthChartStyles();
  const { text, format } = useLocale();
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
      {peak?.used !== undefined && (
        <span>{text("chart_peak", [format.amount(peak.used, report.unit), format.month(peak.month)])}</span>
      )}
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

/** Months from one side to the other; on a wide panel each has its name, on a narrow one the first and the last. */
function Axis({ points }: { readonly points: readonly MonthPoint[] }): React.ReactElement {
  const styles = useMonthChartStyles();
  const { format } = useLocale();
  return (
    <div className={styles.axis} aria-hidden>
      {points.map(({ month }, index) => {
        const isEnd = index === 0 || index === points.length - 1;
        return (
          <span key={month} className={mergeClasses(styles.month, !isEnd && styles.between)}>
            {format.month(month)}
          </span>
        );
      })}
    </div>
  );
}

/** Thirteen months as columns, and the same figures as a table for whoever reads better that way. */
export function MonthChart({ report, points }: MonthChartProps): React.ReactElement {
  const styles = useMonthChartStyles();
  const { text, format, direction } = useLocale();
  const all = withToday(points, report);
  if (knownUsed(all).length < 2) return <p className={styles.none}>{text("chart_none")}</p>;
  const top = highest(all);
  const peak = peakOf(all);
  const slot = 100 / all.length;
  return (
    <div>
      <Legend report={report} peak={peak} />
      <svg
        className={styles.chart}
        height={chartHeight}
        role="img"
        aria-label={text("chart_label", [format.amount(peak?.used ?? 0, report.unit)])}
      >
        {all.map((point, index) => (
          <Month
            key={point.month}
            point={point}
            start={(direction === "rtl" ? all.length - 1 - index : index) * slot}
            slot={slot}
            top={top}
            report={report}
          />
        ))}
        <line x1="0" x2="100%" y1={chartHeight} y2={chartHeight} className={styles.base} />
      </svg>
      <Axis points={all} />
      <details className={styles.table}>
        <summary className={styles.summary}>{text("chart_asTable")}</summary>
        <MonthTable report={report} points={all} />
      </details>
    </div>
  );
}
