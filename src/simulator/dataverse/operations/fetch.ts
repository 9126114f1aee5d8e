import type { Table } from "../model";
import { readFetch } from "../fetchxml/readFetch";
import type { FetchedPage } from "../fetchxml/runFetch";
import { runFetch } from "../fetchxml/runFetch";
import { readParameters } from "../query/parameters";
import { largestPage } from "../query/plan";
import { wantedAnnotations } from "../rows/annotations";
import type { Annotations, WireRow } from "../rows/readRow";
import { addValue, etag } from "../rows/readRow";
import type { Session } from "../session";
import { apiRoot } from "../session";
import type { Row } from "../store/cells";
import type { ApiRequest, Reply } from "../wire";
import { jsonReply, preferences } from "../wire";
import { applied, pageSize } from "./preferred";

const options: ReadonlySet<string> = new Set(["fetchXml", "$count"]);

/** Whether a query string asks by FetchXML. */
export const asksByFetch = (query: string): boolean => /(?:^|&)fetchXml=/i.test(query);

/** `GET set?fetchXml=...`: one page of rows, or the aggregates of all. */
export function readFetched(session: Session, request: ApiRequest, table: Table): Reply {
  const given = readParameters(request.query.replace(/(^|&)fetchxml=/i, "$1fetchXml="), options);
  const fetch = readFetch(given.get("fetchXml") ?? "");
  const wishes = preferences(request);
  const page = runFetch(session, table, fetch, pageSize(wishes.get("odata.maxpagesize")));
  const annotations = wantedAnnotations(wishes.get("odata.include-annotations"));
  const isCounted = fetch.returnTotal || given.get("$count") === "true";
  const columns = fetch.aggregate ? "" : `(${page.shown.map((one) => one.name).join(",")})`;
  return jsonReply(
    200,
    {
      "@odata.context": `${apiRoot(session)}$metadata#${table.entitySetName}${columns}`,
      ...facts(page, isCounted, annotations),
      value: page.rows.map((row) => wireRow(page, row, annotations)),
    },
    applied(wishes),
  );
}

function facts(page: FetchedPage, isCounted: boolean, wanted: Annotations): Readonly<Record<string, unknown>> {
  const total = isCounted ? page.total() : undefined;
  const capped = total === undefined ? -1 : Math.min(total, largestPage);
  const all = {
    "Microsoft.Dynamics.CRM.totalrecordcount": capped,
    "Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded": (total ?? 0) > largestPage,
    ...(page.isMore ? { "Microsoft.Dynamics.CRM.fetchxmlpagingcookie": page.cookie } : {}),
    "Microsoft.Dynamics.CRM.morerecords": page.isMore,
  };
  const annotated = Object.entries(all).filter(([name]) => wanted(name));
  return {
    ...(total === undefined ? {} : { "@odata.count": capped }),
    ...Object.fromEntries(annotated.map(([name, value]) => [`@${name}`, value])),
  };
}

/** A row without its empty columns, as the service gives it; aggregates stay, empty or not. */
function wireRow({ shown, kind }: FetchedPage, row: Row, annotations: Annotations): WireRow {
  const wire: WireRow = {};
  if (kind === "rows") wire["@odata.etag"] = etag(row[shown.length] ?? 0);
  shown.forEach(({ name, column }, index) => {
    const cell = row[index] ?? null;
    if (cell !== null || kind === "groups") addValue(wire, name, column, cell, annotations);
  });
  return wire;
}
