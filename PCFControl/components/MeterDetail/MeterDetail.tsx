import React from "react";
import { Button, mergeClasses } from "@fluentui/react-components";
import { Facts } from "../Facts/Facts";
import { Forecast } from "../Forecast/Forecast";
import { GoodToKnow } from "../GoodToKnow/GoodToKnow";
import { cardsOf } from "../GoodToKnow/cards";
import { Icon } from "../Icon/Icon";
import { useLocale } from "../Locale/Locale";
import { isRate, meterName, ofOwned, percentWords, usedFigure } from "../meterWords";
import { MonthChart } from "../MonthChart/MonthChart";
import { QuotaBar } from "../QuotaBar/QuotaBar";
import { StatusLabel } from "../StatusLabel/StatusLabel";
import { WhoUsesIt } from "../WhoUsesIt/WhoUsesIt";
import { WhyThisNumber } from "../WhyThisNumber/WhyThisNumber";
import { useMeterDetailStyles } from "./MeterDetail.styles";
import type { MeterDetailProps } from "./MeterDetail.types";
import { factsOf, hasUsers } from "./useMeterDetail";

function Summary({ report }: Pick<MeterDetailProps, "report">): React.ReactElement {
  const styles = useMeterDetailStyles();
  const locale = useLocale();
  return (
    <div className={styles.card}>
      <div className={styles.figures}>
        <span className={styles.used}>{usedFigure(report, locale)}</span>
        <span className={styles.owned}>{ofOwned(report, locale)}</span>
        <span className={styles.verdict}>
          <span>{percentWords(report, locale)}</span>
          <StatusLabel status={report.status} />
        </span>
      </div>
      {!isRate(report) && <QuotaBar report={report} large />}
      <div className={styles.facts}>
        <Facts facts={factsOf(report, locale)} />
      </div>
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly children: React.ReactNode;
}

function Section({ title, children }: SectionProps): React.ReactElement {
  const styles = useMeterDetailStyles();
  return (
    <section aria-label={title} className={styles.card}>
      <h3 className={styles.section}>{title}</h3>
      {children}
    </section>
  );
}

/** One meter: the figure, why it is what it is, who uses it, and how it went. */
export function MeterDetail({ snapshot, report, history, onBack }: MeterDetailProps): React.ReactElement {
  const styles = useMeterDetailStyles();
  const locale = useLocale();
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => heading.current?.focus(), [report.meter]);
  const { text } = locale;
  const { forecast } = report;
  const cards = cardsOf(snapshot, report);
  const icon = (
    <span className={mergeClasses(locale.direction === "rtl" && styles.mirrored)}>
      <Icon name="back" />
    </span>
  );
  return (
    <div className={styles.root}>
      <div>
        <Button appearance="subtle" className={styles.back} icon={icon} onClick={onBack}>
          {text("detail_back")}
        </Button>
        <h2 ref={heading} tabIndex={-1} className={styles.heading}>
          {meterName(report.meter, locale)}
        </h2>
        <p className={styles.caption}>{text(`meter_${report.meter}_counts`)}</p>
      </div>
      <Summary report={report} />
      <Section title={text("why_heading")}>
        <WhyThisNumber report={report} />
      </Section>
      {forecast !== undefined && (
        <Section title={text("forecast_heading")}>
          <Forecast report={report} forecast={forecast} />
        </Section>
      )}
      {hasUsers(report, snapshot) && (
        <Section title={text("who_heading")}>
          <WhoUsesIt snapshot={snapshot} report={report} />
        </Section>
      )}
      {!isRate(report) && (
        <Section title={text("chart_heading")}>
          <MonthChart report={report} points={history[report.meter] ?? []} />
        </Section>
      )}
      {(cards.length > 0 || report.limits.length > 0) && (
        <Section title={text("guidance_heading")}>
          <GoodToKnow cards={cards} limits={report.limits} />
        </Section>
      )}
    </div>
  );
}
