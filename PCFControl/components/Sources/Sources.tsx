import React from "react";
import type { Reason, SourceReport, UnboundEntitlement } from "../../../src/domain";
import { DataTable } from "../DataTable/DataTable";
import type { Column } from "../DataTable/DataTable.types";
import { useLocale } from "../Locale/Locale";
import type { Locale } from "../Locale/Locale.types";
import { reasonWords } from "../reasonWords";
import { useSourcesStyles } from "./Sources.styles";
import type { MissingRow, SourcesProps } from "./Sources.types";
import { missingEnvironments } from "./useSources";

function Why({ reason }: { readonly reason: Reason }): React.ReactElement {
  const styles = useSourcesStyles();
  const locale = useLocale();
  return (
    <div className={styles.next}>
      {reasonWords(reason, locale)}
      {reason.detail !== undefined && <div className={styles.detail}>{reason.detail}</div>}
    </div>
  );
}

function sourceColumns(locale: Locale): readonly Column<SourceReport>[] {
  const { text, find, format } = locale;
  const number = format.number;
  return [
    {
      id: "source",
      title: text("sources_source"),
      heads: true,
      value: ({ source }) => find(`source_${source.replace(/\./g, "_")}`) ?? source,
    },
    {
      id: "state",
      title: text("sources_state"),
      value: ({ state, total }) => text(total === 0 ? "sources_nothing" : `sources_${state}`),
    },
    {
      id: "read",
      title: text("sources_answers"),
      numeric: true,
      value: ({ read, total }) => (total === 0 ? undefined : text("sources_readOf", [number(read), number(total)])),
    },
    {
      id: "asOf",
      title: text("sources_asOf"),
      value: ({ asOf }) => asOf,
      cell: ({ asOf }) => (asOf === undefined ? "" : format.moment(asOf)),
    },
    {
      id: "why",
      title: text("sources_why"),
      prose: true,
      value: ({ reason }) => (reason === undefined ? undefined : reasonWords(reason, locale)),
      cell: ({ reason }) => (reason === undefined ? "" : <Why reason={reason} />),
    },
  ];
}

function missingColumns(locale: Locale): readonly Column<MissingRow>[] {
  return [
    { id: "name", title: locale.text("who_environment"), heads: true, sortable: true, value: ({ name }) => name },
    {
      id: "why",
      title: locale.text("sources_why"),
      prose: true,
      value: ({ reason }) => reasonWords(reason, locale),
      cell: ({ reason }) => <Why reason={reason} />,
    },
  ];
}

function unboundColumns({ text }: Locale): readonly Column<UnboundEntitlement>[] {
  return [
    { id: "id", title: text("unbound_id"), heads: true, value: ({ entitlementId }) => entitlementId },
    { id: "category", title: text("unbound_category"), value: ({ categories }) => categories.join(", ") },
    { id: "unit", title: text("unbound_unit"), value: ({ unit }) => unit },
    {
      id: "environments",
      title: text("unbound_environments"),
      numeric: true,
      value: ({ environments }) => environments,
    },
  ];
}

/** What was read, what was not and why, and what to do about it. */
export function Sources({ snapshot }: SourcesProps): React.ReactElement {
  const styles = useSourcesStyles();
  const locale = useLocale();
  const { text } = locale;
  const missing = missingEnvironments(snapshot);
  return (
    <div className={styles.root}>
      <section aria-label={text("sources_heading")}>
        <h2 className={styles.heading}>{text("sources_heading")}</h2>
        <DataTable
          name={text("sources_heading")}
          columns={sourceColumns(locale)}
          rows={snapshot.sources}
          keyOf={({ source }) => source}
          empty={text("sources_none")}
        />
      </section>
      <section aria-label={text("missing_heading")}>
        <h2 className={styles.heading}>{text("missing_heading")}</h2>
        <DataTable
          name={text("missing_heading")}
          columns={missingColumns(locale)}
          rows={missing}
          keyOf={({ environmentId }) => environmentId}
          empty={text("missing_none")}
        />
      </section>
      {snapshot.unboundEntitlements.length > 0 && (
        <section aria-label={text("unbound_heading")}>
          <h2 className={styles.heading}>{text("unbound_heading")}</h2>
          <p className={styles.intro}>{text("unbound_intro")}</p>
          <DataTable
            name={text("unbound_heading")}
            columns={unboundColumns(locale)}
            rows={snapshot.unboundEntitlements}
            keyOf={({ entitlementId }) => entitlementId}
            empty=""
          />
        </section>
      )}
    </div>
  );
}
