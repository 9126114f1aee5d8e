import type { ColumnDefinition } from "../definitions";
import { DataverseError, errorCode } from "../errors";
import type { Table } from "../model";
import type { Session } from "../session";
import { isReady } from "../standard/appRows";
import { quoted } from "../store/cells";
import { badQuery, queryCode } from "./nodes";
import type { EntityNode, LinkNode } from "./tree";

/** A table of a query, as it stands in its SQL. */
export interface Source {
  readonly node: EntityNode;
  readonly table: Table;
  /** Name of the table's row in SQL. */
  readonly row: string;
  /** Name by which the query calls it; the table of the entity element has none. */
  readonly alias: string | undefined;
  readonly link: { readonly node: LinkNode; readonly parent: Source } | undefined;
}

/** All tables of a query, the one of the entity element first, each after the one that it is linked to. */
export function sourcesOf(session: Session, entity: EntityNode): readonly [Source, ...Source[]] {
  const root = {
    node: entity,
    table: tableNamed(session, entity.name),
    row: "t",
    alias: undefined,
    link: undefined,
  };
  const linked: Source[] = [];
  const follow = (parent: Source): void => {
    parent.node.links.forEach((node) => {
      const number = linked.length + 1;
      const table = tableNamed(session, node.name);
      const alias = node.alias ?? `${node.name}${number}`;
      if (linked.some((one) => one.alias === alias)) {
        throw badQuery(queryCode.alias, `The alias '${alias}' is used by more than one link-entity.`);
      }
      const source = { node, table, row: `l${number}`, alias, link: { node, parent } };
      linked.push(source);
      follow(source);
    });
  };
  follow(root);
  return [root, ...linked];
}

function tableNamed(session: Session, name: string): Table {
  const table = session.model.tables.get(name);
  if (table !== undefined && table.isMetadata !== true && isReady(session, table)) return table;
  throw new DataverseError(
    400,
    errorCode.noSuchTable,
    `The entity with a name = '${name.slice(0, 100)}' with namemapping = 'Logical' was not found in the MetadataCache.`,
  );
}

export function columnOf({ table }: Source, name: string): ColumnDefinition {
  const column = table.byLogicalName.get(name);
  if (column !== undefined) return column;
  throw badQuery(
    queryCode.noAttribute,
    `'${table.logicalName}' entity doesn't contain attribute with Name = '${name.slice(0, 100)}' and NameMapping = 'Logical'.`,
  );
}

export const valueSql = (source: Source, column: ColumnDefinition): string =>
  `${source.row}.${quoted(column.logicalName)}`;

/** The table that a query calls by this name; without a name the one where the name is missing. */
export function sourceNamed(sources: readonly Source[], own: Source, name: string | undefined): Source {
  if (name === undefined) return own;
  const found = sources.find((one) => one.alias === name);
  if (found !== undefined) return found;
  throw badQuery(queryCode.noAlias, `Link entity with name or alias ${name.slice(0, 100)} is not found`);
}
