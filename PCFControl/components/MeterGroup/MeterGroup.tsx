import React from "react";
import { useLocale } from "../Locale/Locale";
import { MeterRow } from "../MeterRow/MeterRow";
import { useMeterGroupStyles } from "./MeterGroup.styles";
import type { MeterGroupProps } from "./MeterGroup.types";

export function MeterGroup({ group, reports, history, onOpen }: MeterGroupProps): React.ReactElement {
  const styles = useMeterGroupStyles();
  const { text } = useLocale();
  const title = text(`group_${group}`);
  return (
    <section aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.list}>
        {reports.map((report) => (
          <MeterRow key={report.meter} report={report} points={history[report.meter]} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}
