import React from "react";
import type { LicenceReport } from "../../../src/domain";
import { DataTable } from "../DataTable/DataTable";
import type { Column, Order } from "../DataTable/DataTable.types";
import { useLocale } from "../Locale/Locale";
import { useLicencesStyles } from "./Licences.styles";
import type { LicencesProps } from "./Licences.types";
import { grantWords, licenceName, stateWords } from "./useLicences";

const byName: Order = { column: "name", descending: false };

/** Every subscription: what it is, how it stands, when it renews and what it gives. */
export function Licences({ snapshot }: LicencesProps): React.ReactElement {
  const styles = useLicencesStyles();
  const locale = useLocale();
  const { text, format } = locale;
  const columns: readonly Column<LicenceReport>[] = [
    {
      id: "name",
      title: text("licence_subscription"),
      heads: true,
      sortable: true,
      value: licenceName,
      cell: (licence) => (
        <>
          <div className={styles.name}>{licenceName(licence)}</div>
          {licence.productName !== undefined && <div className={styles.caption}>{licence.skuPartNumber}</div>}
        </>
      ),
    },
    { id: "state", title: text("licence_state"), sortable: true, value: (licence) => stateWords(licence, locale) },
    {
      id: "quantity",
      title: text("licence_quantity"),
      numeric: true,
      sortable: true,
      value: (licence) => licence.quantity,
      cell: (licence) => format.number(licence.quantity),
    },
    {
      id: "renewal",
      unbroken: true,
      title: text("licence_renewal"),
      sortable: true,
      value: (licence) => licence.renewsAt,
      cell: (licence) => (licence.renewsAt === undefined ? text("licence_noDate") : format.day(licence.renewsAt)),
    },
    {
      id: "grants",
      title: text("licence_grants"),
      prose: true,
      value: (licence) => grantWords(licence, snapshot, locale),
      cell: (licence) => <div className={styles.remark}>{grantWords(licence, snapshot, locale)}</div>,
    },
  ];
  return (
    <DataTable
      name={text("screen_licences")}
      columns={columns}
      rows={snapshot.licences}
      order={byName}
      keyOf={(licence) => licence.id}
      empty={text("licence_none")}
    />
  );
}
