import React from "react";
import { mergeClasses } from "@fluentui/react-components";
import { Icon } from "../Icon/Icon";
import { useLocale } from "../Locale/Locale";
import { fullWords } from "../Forecast/forecastWords";
import {
  confidenceWords,
  isRate,
  meterName,
  ofOwned,
  percentWords,
  scopeWords,
  usedFigure,
  verdictWords,
} from "../meterWords";
import { QuotaBar } from "../QuotaBar/QuotaBar";
import { Sparkline } from "../Sparkline/Sparkline";
import { StatusLabel } from "../StatusLabel/StatusLabel";
import { useMeterRowStyles } from "./MeterRow.styles";
import type { MeterRowProps } from "./MeterRow.types";

type PartProps = Pick<MeterRowProps, "report">;

function Figures({ report }: PartProps): React.ReactElement {
  const styles = useMeterRowStyles();
  const locale = useLocale();
  const provenance = confidenceWords(report.used, locale);
  return (
    <div className={styles.figures}>
      <div className={styles.amount}>
        <span className={styles.used}>{usedFigure(report, locale)}</span> {ofOwned(report, locale)}
      </div>
      <div className={styles.caption}>
        {scopeWords(report, locale)}
        {provenance !== undefined && ` · ${provenance}`}
      </div>
    </div>
  );
}

function Gauge({ report }: PartProps): React.ReactElement {
  const styles = useMeterRowStyles();
  const locale = useLocale();
  return (
    <div className={styles.gauge}>
      <div className={styles.verdict}>
        <StatusLabel status={report.status} />
        <span>{verdictWords(report, locale)}</span>
        <span className={styles.percent}>{percentWords(report, locale)}</span>
      </div>
      {!isRate(report) && <QuotaBar report={report} />}
    </div>
  );
}

/** One meter of the overview. Its name is the button; the row around it is the same target, made larger. */
export function MeterRow({ report, points, onOpen }: MeterRowProps): React.ReactElement {
  const styles = useMeterRowStyles();
  const locale = useLocale();
  const full = fullWords(report, locale);
  return (
    <li className={styles.root}>
      <div>
        <h3 className={styles.name}>
          <button type="button" className={styles.open} data-meter={report.meter} onClick={() => onOpen(report.meter)}>
            {meterName(report.meter, locale)}
          </button>
        </h3>
        <div className={styles.caption}>{locale.text(`meter_${report.meter}_counts`)}</div>
      </div>
      <Figures report={report} />
      <Gauge report={report} />
      <div className={styles.trend}>
        {!isRate(report) && <Sparkline report={report} points={points ?? []} />}
        {full !== undefined && <div className={styles.caption}>{full}</div>}
      </div>
      <span className={mergeClasses(styles.chevron, locale.direction === "rtl" && styles.mirrored)}>
        <Icon name="forward" />
      </span>
    </li>
  );
}
