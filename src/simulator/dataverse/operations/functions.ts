import { badRequest, noTable } from "../errors";
import { noOptions, readParameters } from "../query/parameters";
import { isPresent, apiRoot } from "../session";
import type { Session } from "../session";
import { quoted } from "../store/cells";
import { organisationColumn, sqlName } from "../store/schema";
import type { ApiRequest, Reply } from "../wire";
import { jsonReply } from "../wire";
import { unfilledCount } from "../standard/appRows";
import { stableGuid } from "../standard/identifiers";

/** Functions that belong to no table, by name. `argument` is what stands in the parentheses. */
export type UnboundFunction = (session: Session, request: ApiRequest, argument: string) => Reply;

const whoAmI: UnboundFunction = (session, request, argument) => {
  readParameters(request.query, noOptions);
  if (argument !== "") throw badRequest("The function 'WhoAmI' takes no parameters.");
  return jsonReply(200, {
    "@odata.context": `${apiRoot(session)}$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse`,
    BusinessUnitId: stableGuid("businessunit", session.organisation.organizationId),
    UserId: session.userId,
    OrganizationId: session.organisation.organizationId,
  });
};

/** The real figures are up to a day old; these are exact. */
const retrieveTotalRecordCount: UnboundFunction = (session, request, argument) => {
  const names = entityNames(argument, request.query);
  return jsonReply(200, {
    "@odata.context": `${apiRoot(session)}$metadata#Microsoft.Dynamics.CRM.RetrieveTotalRecordCountResponse`,
    EntityRecordCountCollection: {
      Count: names.length,
      IsReadOnly: false,
      Keys: names,
      Values: names.map((name) => rowCount(session, name)),
    },
  });
};

export const unboundFunctions: ReadonlyMap<string, UnboundFunction> = new Map([
  ["WhoAmI", whoAmI],
  ["RetrieveTotalRecordCount", retrieveTotalRecordCount],
]);

const list = /^\[\s*(?:(?:'\w+'|"\w+")\s*(?:,\s*(?!\])|(?=\])))+\]$/;

/** `EntityNames=['a','b']`, or `EntityNames=@p` with `@p` in the query. */
function entityNames(argument: string, query: string): readonly string[] {
  const [, value = ""] = /^\s*EntityNames\s*=\s*(.+)$/s.exec(argument) ?? [];
  const alias = value.startsWith("@") ? value.trim() : undefined;
  const given = readParameters(query, new Set(alias === undefined ? [] : [alias]));
  const text = alias === undefined ? value : (given.get(alias) ?? "");
  if (!list.test(text.trim()))
    throw badRequest(`The parameter EntityNames is not a list of names: '${text.slice(0, 100)}'.`);
  return (text.match(/\w+/g) ?? []).map(String);
}

function rowCount(session: Session, name: string): number {
  const table = session.model.tables.get(name);
  if (table === undefined || table.isMetadata === true || !isPresent(table, session.organisation)) throw noTable(name);
  const unfilled = unfilledCount(session, table);
  if (unfilled !== undefined) return unfilled;
  const [row] = session.store.rows({
    text: `SELECT COUNT(*) FROM ${sqlName(table)} WHERE ${quoted(organisationColumn)} = ?`,
    values: [session.organisation.host],
  });
  return Number(row?.[0] ?? 0);
}
