import type { Table } from "../model";
import type { Key } from "../query/key";
import { readParameters } from "../query/parameters";
import { readProjection } from "../query/projection";
import { wantedAnnotations } from "../rows/annotations";
import { etag, fetchRow } from "../rows/readRow";
import type { Session } from "../session";
import { apiRoot } from "../session";
import type { ApiRequest, Reply } from "../wire";
import { jsonReply, preferences } from "../wire";
import { checkKey, findRow } from "./findRow";

const options: ReadonlySet<string> = new Set(["$select", "$expand"]);

/** `GET set(key)`. */
export function readOne(session: Session, request: ApiRequest, table: Table, key: Key): Reply {
  const given = readParameters(request.query, options);
  const projection = readProjection(session.model, table, given.get("$select"), given.get("$expand"));
  const checked = checkKey(table, key);
  const found = findRow(session, table, checked);
  if (found === undefined) throw checked.missing();
  const tag = etag(found.version);
  if (request.header("if-none-match") === tag) return { status: 304, headers: { "OData-Version": "4.0", ETag: tag } };
  const annotations = wantedAnnotations(preferences(request).get("odata.include-annotations"));
  const row = fetchRow(session, table, projection, found.id, annotations);
  const context = `${apiRoot(session)}$metadata#${table.entitySetName}${projection.context}/$entity`;
  return jsonReply(200, { "@odata.context": context, ...row }, table.isMetadata === true ? {} : { ETag: tag });
}
