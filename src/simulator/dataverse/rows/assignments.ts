import type { ColumnDefinition } from "../definitions";
import { badPayload, badRequest, notImplemented } from "../errors";
import type { Table } from "../model";
import type { Session } from "../session";
import type { Cell } from "../store/cells";
import { boundId } from "./bind";
import { toStored } from "./toStored";

/** Columns that a request sets, by logical name. */
export type Assignments = ReadonlyMap<string, Cell>;

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function readObject(entitySet: string, body: string): JsonObject {
  const value = parse(body);
  if (isObject(value)) return value;
  throw badPayload(entitySet, "Microsoft.OData.ODataException: The request body is not a JSON object.");
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const bindSuffix = "@odata.bind";

/** Checks each property of a body against the table. Columns that the service keeps itself are left out. */
export function readAssignments(session: Session, table: Table, body: JsonObject): Assignments {
  const assignments = new Map<string, Cell>();
  for (const [name, value] of Object.entries(body)) {
    const assigned = assignment(session, table, name, value);
    if (assigned !== undefined && assigned[0].managed !== true) assignments.set(assigned[0].logicalName, assigned[1]);
  }
  return assignments;
}

function assignment(
  session: Session,
  table: Table,
  name: string,
  value: unknown,
): readonly [ColumnDefinition, Cell] | undefined {
  if (name.endsWith(bindSuffix)) return bound(session, table, name.slice(0, -bindSuffix.length), value);
  // Annotations (`@odata.type`, `x@OData.Community...`) say something about the data and are not data.
  if (name.includes("@")) return undefined;
  const column = table.byProperty.get(name);
  if (column === undefined) throw unknownProperty(table, name);
  if (column.type !== "lookup") return [column, toStored(table, column, value)];
  if (column.managed === true) return undefined;
  throw badRequest(
    "CRM do not support direct update of Entity Reference properties, Use Navigation properties instead.",
  );
}

function bound(session: Session, table: Table, navigation: string, value: unknown): readonly [ColumnDefinition, Cell] {
  const lookup = table.byNavigation.get(navigation);
  if (lookup !== undefined) return [lookup, boundId(session, table, lookup, value)];
  throw badPayload(
    table.entitySetName,
    `Microsoft.OData.ODataException: An undeclared property '${navigation}' which only has property annotations in the payload but no property value was found in the payload.`,
  );
}

function unknownProperty(table: Table, name: string): Error {
  if (table.byNavigation.has(name)) return notImplemented("Creating related rows in one request");
  return badPayload(
    table.entitySetName,
    `Microsoft.Crm.CrmException: Invalid property '${name}' was found in entity 'Microsoft.Dynamics.CRM.${table.logicalName}'.`,
  );
}
