import React from "react";
import { useLocale } from "../Locale/Locale";
import { meterName } from "../meterWords";
import { MeterRow } from "../MeterRow/MeterRow";
import { useMeterGroupStyles } from "./MeterGroup.styles";
import type { MeterGroupProps } from "./MeterGroup.types";

interface RowsProps extends Pick<MeterGroupProps, "history" | "onOpen"> {
  readonly reports: MeterGroupProps["reports"];
}

function Rows({ reports, history, onOpen }: RowsProps): React.ReactElement {
  const styles = useMeterGroupStyles();
  return (
    <ul className={styles.list}>
      {reports.map((report) => (
        <MeterRow key={report.meter} report={report} points={history[report.meter]} onOpen={onOpen} />
      ))}
    </ul>
  );
}

/** Meters that the tenant neither owns nor uses, named in one line and folded away. */
function Idle({ reports, ...rest }: RowsProps): React.ReactElement {
  const styles = useMeterGroupStyles();
  const locale = useLocale();
  const names = locale.list(reports.map(({ meter }) => meterName(meter, locale)));
  return (
    <details className={styles.idle}>
      <summary className={styles.summary}>
        {locale.plural("group_idle", reports.length, [locale.format.number(reports.length)])}{" "}
        <span className={styles.names}>{names}</span>
      </summary>
      <Rows reports={reports} {...rest} />
    </details>
  );
}

export function MeterGroup({ group, reports, history, onOpen }: MeterGroupProps): React.ReactElement {
  const styles = useMeterGroupStyles();
  const { text } = useLocale();
  const title = text(`group_${group}`);
  const live = reports.filter(({ status }) => status !== "none");
  const idle = reports.filter(({ status }) => status === "none");
  return (
    <section aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      {live.length > 0 && <Rows reports={live} history={history} onOpen={onOpen} />}
      {idle.length > 0 && <Idle reports={idle} history={history} onOpen={onOpen} />}
    </section>
  );
}
