/** An answer of the Web API that is not a success: `{"error":{"code","message"}}` with its HTTP status. */
export class DataverseError extends Error {
  override readonly name = "DataverseError";
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/**
 * Codes of the service (Dataverse web service error codes). A violated alternate key has its own code, 0x80060892
 * DuplicateRecordEntityKey; 0x80040237 DuplicateRecord is kept for a second row with the same primary id and for
 * `If-None-Match: *` on a row that exists.
 */
export const errorCode = {
  protocol: "0x80060888",
  payload: "0x80048d19",
  notFound: "0x80040217",
  noSuchKey: "0x80060891",
  noSuchTable: "0x80041102",
  duplicateRecord: "0x80040237",
  duplicateKey: "0x80060892",
  versionMismatch: "0x80060882",
  tooLong: "0x80044331",
  integerRange: "0x8004432f",
  numberRange: "0x80044330",
  choiceRange: "0x8004431a",
  dateRange: "0x80040239",
  associated: "0x80040227",
  privilege: "0x80040220",
  notMember: "0x80072560",
  organizationDisabled: "0x8004a112",
  unexpected: "0x80040216",
  notImplemented: "0x80040800",
} as const;

const bad = (message: string, code: string = errorCode.protocol) => new DataverseError(400, code, message);

export const noResource = (segment: string) =>
  new DataverseError(404, errorCode.protocol, `Resource not found for the segment '${segment}'.`);

export const noProperty = (property: string, table: string) =>
  bad(`Could not find a property named '${property}' on type 'Microsoft.Dynamics.CRM.${table}'.`);

export const badOption = (name: string) => bad(`The query parameter '${name}' is not supported.`);

export const badRequest = (message: string) => bad(message);

/** Something the real service has and this one does not (yet). Never passed over in silence. */
export const notImplemented = (what: string) =>
  new DataverseError(501, errorCode.notImplemented, `${what} is not implemented by this service.`);

export const wrongMethod = (method: string) =>
  new DataverseError(405, errorCode.protocol, `The requested resource does not support http method '${method}'.`);

export const noRow = (table: string, id: string) =>
  new DataverseError(404, errorCode.notFound, `Entity '${table}' With Id = ${id} Does Not Exist`);

export const noKeyedRow = (table: string) =>
  new DataverseError(
    404,
    errorCode.noSuchKey,
    `A record with the specified key values does not exist in ${table} entity`,
  );

export const noTable = (logicalName: string) =>
  new DataverseError(
    404,
    errorCode.noSuchTable,
    `The entity with a name = '${logicalName}' with namemapping = 'Logical' was not found in the MetadataCache.`,
  );

const helpLink =
  "For more information on this error please follow this help link https://go.microsoft.com/fwlink/?linkid=2195293";

export const badPayload = (entitySet: string, inner: string) =>
  bad(
    `Error identified in Payload provided by the user for Entity :'${entitySet}', ${helpLink}  ---->  InnerException : ${inner}`,
    errorCode.payload,
  );

export const invalid = (code: string, message: string) => bad(`A validation error occurred.  ${message}`, code);

export const readOnlyTable = (table: string) =>
  new DataverseError(
    403,
    errorCode.privilege,
    `Principal user is missing the privilege to write entity '${table}': standard tables are read-only here.`,
  );
