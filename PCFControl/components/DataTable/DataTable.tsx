import React from "react";
import { Button, mergeClasses } from "@fluentui/react-components";
import { Icon } from "../Icon/Icon";
import { ListTools } from "../ListTools/ListTools";
import { useLocale } from "../Locale/Locale";
import { useDataTableStyles } from "./DataTable.styles";
import type { Column, DataTableProps, Order } from "./DataTable.types";
import { useDataTable } from "./useDataTable";

interface TitleProps<Row> {
  readonly column: Column<Row>;
  readonly order: Order | undefined;
  readonly onSort: (column: Column<Row>) => void;
}

function Title<Row>({ column, order, onSort }: TitleProps<Row>): React.ReactElement {
  const styles = useDataTableStyles();
  const isSorted = order?.column === column.id;
  const direction = order?.descending === true ? "descending" : "ascending";
  const isSortable = column.sortable === true;
  return (
    <th
      role="columnheader"
      scope="col"
      className={mergeClasses(styles.title, column.numeric && styles.numeric, !isSortable && styles.titleOnly)}
      aria-sort={isSorted ? direction : undefined}
    >
      {isSortable ? (
        <button type="button" className={styles.sort} onClick={() => onSort(column)}>
          {column.title}
          {isSorted && <Icon name={direction === "descending" ? "down" : "up"} size={12} />}
        </button>
      ) : (
        column.title
      )}
    </th>
  );
}

function Cells<Row>({ columns, row }: RowProps<Row>): React.ReactElement {
  const styles = useDataTableStyles();
  return (
    <>
      {columns.map((column) => {
        const content = column.cell === undefined ? column.value(row) : column.cell(row);
        const isBlank = column.value(row) === undefined;
        const className = mergeClasses(
          styles.cell,
          column.numeric && styles.numeric,
          column.unbroken && styles.unbroken,
          column.prose && styles.prose,
          column.heads && styles.heads,
          isBlank && (column.cell === undefined || column.prose) && styles.blank,
        );
        return column.heads === true ? (
          <th key={column.id} scope="row" className={className}>
            {content}
          </th>
        ) : (
          // eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role -- the narrow layout takes the role of a cell away
          <td key={column.id} role="cell" className={className} data-title={column.title}>
            {content}
          </td>
        );
      })}
    </>
  );
}

interface RowProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
}

function PlainRow<Row>({ columns, row }: RowProps<Row>): React.ReactElement {
  const styles = useDataTableStyles();
  return (
    <tr role="row" className={styles.row}>
      <Cells columns={columns} row={row} />
    </tr>
  );
}

// Typing in a search draws only the rows that it brings; memo() alone would forget the type of the row.
const TableRow = React.memo(PlainRow) as typeof PlainRow;

/** A list that sorts, exports, and shows a hundred rows at a time. Roles are written out because the narrow layout is not a table to CSS. */
export function DataTable<Row>(props: DataTableProps<Row>): React.ReactElement {
  const { name, columns, rows, keyOf, tools, footer, empty } = props;
  const styles = useDataTableStyles();
  const { plural, text, format } = useLocale();
  const { order, sortBy, shown, more, showMore, csv } = useDataTable(props);
  return (
    <div>
      <div className={styles.tools}>
        <div className={styles.filters}>{tools}</div>
        {rows.length > 0 && <ListTools name={name} csv={csv} />}
      </div>
      {rows.length === 0 ? (
        <p className={styles.muted}>{empty}</p>
      ) : (
        <table role="table" aria-label={name} aria-rowcount={rows.length + 1} className={styles.table}>
          <thead className={styles.section}>
            <tr
              role="row"
              className={mergeClasses(styles.headRow, columns.every(({ sortable }) => !sortable) && styles.noTitles)}
            >
              {columns.map((column) => (
                <Title key={column.id} column={column} order={order} onSort={sortBy} />
              ))}
            </tr>
          </thead>
          <tbody className={styles.section}>
            {shown.map((row) => (
              <TableRow key={keyOf(row)} columns={columns} row={row} />
            ))}
          </tbody>
          {footer !== undefined && <tfoot className={mergeClasses(styles.section, styles.footer)}>{footer}</tfoot>}
        </table>
      )}
      {more > 0 && (
        <div className={styles.more}>
          <Button onClick={showMore}>{plural("list_more", more, [format.number(more)])}</Button>
          <span className={styles.muted}>
            {text("list_shown", [format.number(shown.length), format.number(rows.length)])}
          </span>
        </div>
      )}
    </div>
  );
}
