import type { VariableDefinition } from "../metadata/variables";
import type { Table } from "../model";
import type { Organisation } from "../organisations";
import { storedMoment, wholeSeconds } from "../rows/dates";
import { isPresent, metadataPartition } from "../session";
import type { Session } from "../session";
import type { Cell } from "../store/cells";
import { quoted } from "../store/cells";
import { organisationColumn, sqlName } from "../store/schema";
import type { Store } from "../store/store";
import { stableGuid } from "./identifiers";
import { definitionsTable } from "./tables";

export const userId = (organisation: Organisation, clientId: string): string =>
  stableGuid("systemuser", organisation.organizationId, clientId);

/** The user of a person, by the object id of Entra ID. */
export const personId = (organizationId: string, objectId: string): string =>
  stableGuid("systemuser", organizationId, objectId);

const variableRow = (host: string, { schemaName, displayName, defaultValue, type }: VariableDefinition): Values => ({
  environmentvariabledefinitionid: stableGuid("environmentvariabledefinition", host, schemaName),
  schemaname: schemaName,
  displayname: displayName ?? null,
  defaultvalue: defaultValue ?? null,
  type: type ?? null,
});

/**
 * Puts the rows of the standard tables of an organisation in place, the first time that it is asked something.
 * `variables` came with the product's solution, so the home environment alone has them.
 */
export function provision(session: Session, variables: readonly VariableDefinition[]): void {
  const { environment, organizationId, host, isHome } = session.organisation;
  const since = moment(environment.createdAt, session.now);
  const organization = { organizationid: organizationId, name: environment.name, languagecode: 1033 };
  const solutions = environment.solutions.map((solution) => ({
    solutionid: stableGuid("solution", host, solution.uniqueName),
    uniquename: solution.uniqueName,
    friendlyname: solution.friendlyName,
    version: solution.version,
    installedon: since,
    ismanaged: 1,
    isvisible: 1,
  }));
  describeTables(session);
  insert(
    session,
    "systemuser",
    (environment.people ?? []).map((person) => personRow(organizationId, person)),
  );
  insert(session, "organization", [organization]);
  insert(session, "solution", solutions);
  const defined = isHome ? variables.map((variable) => variableRow(host, variable)) : [];
  insert(session, "environmentvariabledefinition", defined);
}

const personRow = (organizationId: string, { objectId, name }: Person): Values => ({
  systemuserid: personId(organizationId, objectId),
  fullname: name,
  domainname: null,
  applicationid: null,
  azureactivedirectoryobjectid: objectId,
  isdisabled: 0,
});

/** The application user behind a client id; each app has one in each organisation that lets it in. */
export function addUser(session: Session, clientId: string): void {
  const user = {
    systemuserid: session.userId,
    fullname: `# ${clientId}`,
    domainname: clientId,
    applicationid: clientId.toLowerCase(),
    azureactivedirectoryobjectid: null,
    isdisabled: 0,
  };
  insert(session, "systemuser", [user]);
}

type Person = NonNullable<Session["organisation"]["environment"]["people"]>[number];
type Values = Readonly<Record<string, Cell>>;

function insert(session: Session, logicalName: string, rows: readonly Values[]): void {
  const { environment, host } = session.organisation;
  const since = moment(environment.createdAt, session.now);
  const system = { createdon: since, modifiedon: since, statecode: 0, statuscode: 1 };
  const whole = rows.map((row) => ({
    ...row,
    ...system,
    [organisationColumn]: host,
    versionnumber: session.store.nextVersion(),
  }));
  insertAll(session.store, logicalName, whole);
}

/** All rows in one statement with one value: a thousand environments are touched within a few seconds. */
export function insertAll(store: Store, logicalName: string, rows: readonly Values[]): void {
  const names = Object.keys(rows[0] ?? {});
  if (names.length === 0) return;
  const cells = names.map((_, index) => `json_extract(value, '$[${index}]')`);
  store.run({
    text: `INSERT OR REPLACE INTO ${sqlName({ logicalName })} (${names.map(quoted).join(", ")}) SELECT ${cells.join(", ")} FROM json_each(?)`,
    values: [JSON.stringify(rows.map((row) => Object.values(row)))],
  });
}

const moment = (text: string, now: Date): string => wholeSeconds(storedMoment(text) ?? now.toISOString());

/** Fills `EntityDefinitions` for all organisations that have the same tables, the first time that one is asked. */
export function describeTables(session: Session): void {
  const { store, model, organisation } = session;
  const name = metadataPartition(session);
  const where = `${quoted(organisationColumn)} = ? LIMIT 1`;
  if (store.rows({ text: `SELECT 1 FROM ${sqlName(definitionsTable)} WHERE ${where}`, values: [name] }).length > 0)
    return;
  const tables = [...model.tables.values()].filter(
    (table) => table.isMetadata !== true && isPresent(table, organisation),
  );
  insertAll(
    store,
    definitionsTable.logicalName,
    tables.map((table) => definitionRow(table, name)),
  );
}

const definitionRow = (table: Table, partition: string): Values => ({
  [organisationColumn]: partition,
  MetadataId: stableGuid("table", table.logicalName),
  LogicalName: table.logicalName,
  SchemaName: table.schemaName,
  EntitySetName: table.entitySetName,
  LogicalCollectionName: table.entitySetName,
  PrimaryIdAttribute: table.primaryId,
  PrimaryNameAttribute: table.primaryName ?? null,
  OwnershipType: table.ownership,
  IsCustomEntity: table.isCustom ? 1 : 0,
  ChangeTrackingEnabled: table.tracksChanges === true ? 1 : 0,
});
