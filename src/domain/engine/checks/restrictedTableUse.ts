import { restrictedTableOf } from "../../catalog/restrictedTables";
import type { TableUse } from "../../snapshot/seats";
import type { Environment } from "../../snapshot/facts";
import type { Check, Found } from "./check";

const nameOf = (id: string, environments: readonly Environment[]): string =>
  environments.find((environment) => environment.id === id)?.name ?? id;

const one = (use: TableUse, environments: readonly Environment[]): readonly Found[] => {
  const { environmentId, app, table, licensed, ownCasesOnly } = use;
  const restricted = restrictedTableOf(table);
  const changes = use.operations.filter((operation) => operation !== "read");
  if (restricted === undefined || licensed || changes.length === 0) return [];
  if (restricted.ownRowsFree === true && ownCasesOnly === true) return [];
  return [
    {
      id: `restrictedTableUse:${environmentId}:${app}:${restricted.table}`,
      kind: "restrictedTableUse",
      subjects: [
        { type: "environment", id: environmentId, name: nameOf(environmentId, environments) },
        { type: "table", id: restricted.table, name: restricted.table },
      ],
      facts: {
        ...{ app, table: restricted.table, operations: changes.join(",") },
        families: restricted.families.join(","),
      },
    },
  ];
};

/** Apps that change rows of a restricted table for users without its licence; reading needs none (GEN.restricted-tables). */
export const restrictedTableUse: Check = ({ facts: { tableUses = [] }, environments }) => {
  const all = tableUses.flatMap((use) => one(use, environments));
  return [...new Map(all.map((found) => [found.id, found])).values()];
};
