import type { Model } from "../model";
import { insertRow } from "../operations/changeRow";
import type { Organisation } from "../organisations";
import { storedMoment, wholeSeconds } from "../rows/dates";
import { metadataPartition } from "../session";
import type { Session } from "../session";
import type { Cell } from "../store/cells";
import { quoted } from "../store/cells";
import { organisationColumn, sqlName } from "../store/schema";
import type { Store } from "../store/store";
import { stableGuid } from "./identifiers";
import { definitionsTable } from "./tables";

export const userId = (organisation: Organisation, clientId: string): string =>
  stableGuid("systemuser", organisation.organizationId, clientId);

/** Puts the rows of the standard tables of an organisation in place, the first time that it is asked something. */
export function provision(session: Session): void {
  const { environment, organizationId, host } = session.organisation;
  const since = moment(environment.createdAt, session.now);
  insert(session, "organization", { organizationid: organizationId, name: environment.name, languagecode: 1033 });
  environment.solutions.forEach((solution) =>
    insert(session, "solution", {
      solutionid: stableGuid("solution", host, solution.uniqueName),
      uniquename: solution.uniqueName,
      friendlyname: solution.friendlyName,
      version: solution.version,
      installedon: since,
      createdon: since,
      ismanaged: 1,
      isvisible: 1,
    }),
  );
}

/** The application user behind a client id; each app has one in each organisation that lets it in. */
export function addUser(session: Session, clientId: string): void {
  insert(session, "systemuser", {
    systemuserid: session.userId,
    fullname: `# ${clientId}`,
    domainname: clientId,
    applicationid: clientId.toLowerCase(),
    isdisabled: 0,
  });
}

function insert(session: Session, logicalName: string, values: Readonly<Record<string, Cell>>): void {
  const table = session.model.tables.get(logicalName);
  if (table !== undefined) insertRow(session, table, new Map(Object.entries(values)));
}

const moment = (text: string, now: Date): string => wholeSeconds(storedMoment(text) ?? now.toISOString());

/** Fills `EntityDefinitions`, once for the home environment and once for all others. */
export function describeTables(store: Store, model: Model): void {
  store.run({ text: `DELETE FROM ${sqlName(definitionsTable)}`, values: [] });
  for (const isHome of [true, false]) {
    const present = [...model.tables.values()].filter(
      (table) => table.isMetadata !== true && (isHome || table.presentIn === "everywhere"),
    );
    present.forEach((table) => {
      const row: Readonly<Record<string, Cell>> = {
        [organisationColumn]: metadataPartition(isHome),
        MetadataId: stableGuid("table", table.logicalName),
        LogicalName: table.logicalName,
        SchemaName: table.schemaName,
        EntitySetName: table.entitySetName,
        LogicalCollectionName: table.entitySetName,
        PrimaryIdAttribute: table.primaryId,
        PrimaryNameAttribute: table.primaryName ?? null,
        OwnershipType: table.ownership,
        IsCustomEntity: table.isCustom ? 1 : 0,
        ChangeTrackingEnabled: 0,
      };
      const names = Object.keys(row);
      store.run({
        text: `INSERT INTO ${sqlName(definitionsTable)} (${names.map(quoted).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
        values: Object.values(row),
      });
    });
  }
}
