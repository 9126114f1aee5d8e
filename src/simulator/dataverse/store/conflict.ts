import { DataverseError, errorCode } from "../errors";
import type { Table } from "../model";

/** Turns the database's refusal of a second row with the same key into the service's; gives other errors back. */
export function asConflict(table: Table, error: unknown): unknown {
  const violated = /^UNIQUE constraint failed: (.*)$/.exec(error instanceof Error ? error.message : "")?.[1];
  if (violated === undefined) return error;
  const columns = violated.split(", ").map((name) => name.slice(name.indexOf(".") + 1));
  const key = table.keys.find((one) => one.columns.every((column) => columns.includes(column)));
  if (key === undefined || columns.includes(table.primaryId)) {
    return new DataverseError(412, errorCode.duplicateRecord, "Cannot insert duplicate key.");
  }
  return new DataverseError(
    412,
    errorCode.duplicateKey,
    `Entity Key ${key.schemaName} violated. A record with the same value for ${key.columns.join(", ")} already exists. A duplicate record cannot be created. Select one or more unique values and try again.`,
  );
}
