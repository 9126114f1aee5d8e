import React from "react";
import { Field, Input, mergeClasses, Select } from "@fluentui/react-components";
import type { MeterReport } from "../../../src/domain";
import { DataTable } from "../DataTable/DataTable";
import type { Column } from "../DataTable/DataTable.types";
import { Icon } from "../Icon/Icon";
import { useLocale } from "../Locale/Locale";
import type { Locale } from "../Locale/Locale.types";
import { meterName } from "../meterWords";
import { reasonWords } from "../reasonWords";
import { useWhoUsesItStyles } from "./WhoUsesIt.styles";
import type { UserRow, WhoUsesItProps } from "./WhoUsesIt.types";
import { noteOf, useWhoUsesIt } from "./useWhoUsesIt";

/** Shares are rounded to the nearest tenth, so that they add up to a hundred as nearly as they can. */
function shareWords(share: number, format: Locale["format"]): string {
  const tenths = Math.round(share * 1000);
  return format.percent(tenths === 0 ? share * 1000 : tenths, 1000);
}

function Share({ share }: { readonly share: number | undefined }): React.ReactElement | null {
  const styles = useWhoUsesItStyles();
  const { format, direction } = useLocale();
  if (share === undefined) return null;
  return (
    <span className={styles.share}>
      {shareWords(share, format)}
      <svg className={mergeClasses(styles.track, direction === "rtl" && styles.mirrored)} height="6" aria-hidden>
        <rect width={`${share * 100}%`} height="6" className={styles.fill} />
      </svg>
    </span>
  );
}

const Unread = (): React.ReactElement => (
  <span className={useWhoUsesItStyles().missing}>{useLocale().text("figure_unknown")}</span>
);

function columnsOf(
  report: MeterReport,
  locale: Locale,
  styles: ReturnType<typeof useWhoUsesItStyles>,
): readonly Column<UserRow>[] {
  const { text, format } = locale;
  const counts = {
    id: "counted",
    title: text("who_counted", [format.unit(report.unit)]),
    numeric: true,
    sortable: true,
    value: (row: UserRow) => row.counted,
    cell: (row: UserRow) => (row.counted === undefined ? <Unread /> : format.figure(row.counted, report.unit)),
  };
  return [
    {
      id: "name",
      title: text("who_environment"),
      heads: true,
      sortable: true,
      value: (row) => row.name,
      cell: (row) => <span className={styles.name}>{row.name}</span>,
    },
    { id: "type", title: text("who_type"), sortable: true, value: (row) => text(`type_${row.type}`) },
    { id: "region", title: text("who_region"), sortable: true, value: (row) => row.region },
    counts,
    {
      id: "share",
      title: text("who_share"),
      numeric: true,
      value: (row) => (row.share === undefined ? undefined : shareWords(row.share, format)),
      cell: (row) => <Share share={row.share} />,
    },
    {
      id: "note",
      title: text("who_note"),
      prose: true,
      value: (row) => noteOf(row, report, locale),
      cell: (row) => (
        <div className={styles.note}>
          {noteOf(row, report, locale)}
          {row.missing !== undefined && (
            <div className={styles.next}>{locale.find(`reason_${row.missing.code}_next`)}</div>
          )}
        </div>
      ),
    },
  ];
}

/** Environments ranked by what they use of one meter; nothing is left out without a word. */
export function WhoUsesIt(props: WhoUsesItProps): React.ReactElement {
  const styles = useWhoUsesItStyles();
  const locale = useLocale();
  const { text } = locale;
  const { report } = props;
  const columns = React.useMemo(() => columnsOf(report, locale, styles), [report, locale, styles]);
  const { rows, all, types, search, setSearch, type, chooseType, commonGap } = useWhoUsesIt(props);
  if (commonGap !== undefined) {
    return <p className={styles.gap}>{text("who_nowhere", [reasonWords(commonGap, locale)])}</p>;
  }
  const filters = (
    <>
      <Field label={text("who_search")}>
        <Input
          className={styles.search}
          type="search"
          value={search}
          contentBefore={<Icon name="search" size={16} />}
          onChange={(_, data) => setSearch(data.value)}
        />
      </Field>
      <Field label={text("who_type")}>
        <Select value={type} onChange={(_, data) => chooseType(data.value)}>
          <option value="all">{text("who_allTypes")}</option>
          {types.map((name) => (
            <option key={name} value={name}>
              {text(`type_${name}`)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
  return (
    <DataTable
      name={text("who_table", [meterName(props.report.meter, locale)])}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      order={{ column: "counted", descending: true }}
      tools={all.length > 0 ? filters : undefined}
      empty={text(all.length === 0 ? "who_none" : "who_noMatch")}
    />
  );
}
