import React from "react";
import type { MonthAhead } from "../../../src/domain";
import { DataTable } from "../DataTable/DataTable";
import type { Column } from "../DataTable/DataTable.types";
import { Facts } from "../Facts/Facts";
import { useLocale } from "../Locale/Locale";
import type { Locale } from "../Locale/Locale.types";
import { meterName } from "../meterWords";
import { useForecastStyles } from "./Forecast.styles";
import type { ForecastProps } from "./Forecast.types";
import { forecastFacts, methodWords, monthWords } from "./forecastWords";

function columnsOf({ report }: ForecastProps, locale: Locale): readonly Column<MonthAhead>[] {
  const { text, format } = locale;
  return [
    { id: "month", title: text("chart_month"), heads: true, value: ({ month }) => format.month(month) },
    {
      id: "leaving",
      title: text("forecast_months_leaving"),
      numeric: true,
      value: ({ leaving }) => format.amount(leaving, report.unit),
    },
    {
      id: "used",
      title: text("forecast_months_used"),
      numeric: true,
      value: ({ used }) => monthWords(used, report, locale),
    },
  ];
}

/** What is to come, in words; the coming months of interacted people one by one. */
export function Forecast(props: ForecastProps): React.ReactElement {
  const styles = useForecastStyles();
  const locale = useLocale();
  const { report, forecast } = props;
  const facts = forecastFacts(forecast, report, locale);
  const months = forecast.months ?? [];
  return (
    <div className={styles.root}>
      {facts.length > 0 && <Facts facts={facts} />}
      <p className={styles.caption}>{methodWords(forecast, locale)}</p>
      {months.length > 0 && (
        <DataTable
          name={`${meterName(report.meter, locale)}: ${locale.text("forecast_months")}`}
          columns={columnsOf(props, locale)}
          rows={months}
          keyOf={({ month }) => month}
          empty=""
        />
      )}
    </div>
  );
}
