/** Reading and writing rows through the platform, page by page and with values parsed at the door. */

/** The part of the platform's Web API that the panel uses. */
export type TableApi = Pick<ComponentFramework.WebApi, "retrieveMultipleRecords" | "retrieveRecord" | "createRecord">;

export type Row = Readonly<Record<string, unknown>>;

const maxPages = 200;

/** All rows of a query. A next link that leads back to itself, or no end after 200 pages, is an error. */
export async function readRows(api: TableApi, table: string, options: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const seen = new Set<string>();
  let next: string | undefined = options;
  while (next !== undefined) {
    if (seen.has(next) || seen.size >= maxPages) throw new Error(`The pages of ${table} do not end.`);
    seen.add(next);
    const page: ComponentFramework.WebApi.RetrieveMultipleResponse = await api.retrieveMultipleRecords(table, next);
    rows.push(...page.entities);
    next = queryOf(page.nextLink);
  }
  return rows;
}

/** The platform gives the next page as a full address and takes its query part. */
function queryOf(link: string | undefined): string | undefined {
  const start = link?.indexOf("?") ?? -1;
  return link === undefined || start < 0 ? undefined : link.slice(start);
}

export function query(parts: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(parts).map(([name, value]) => `$${name}=${encodeURIComponent(value)}`);
  return `?${pairs.join("&")}`;
}

/** A text literal of an OData filter. */
export const literal = (text: string): string => `'${text.replace(/'/g, "''")}'`;

export function textOf(row: Row, column: string): string | undefined {
  const value = row[column];
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function numberOf(row: Row, column: string): number | undefined {
  const value = row[column];
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
