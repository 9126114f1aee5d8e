import type { ColumnDefinition, ColumnType } from "../definitions";
import type { Options } from "./optionSets";
import { readOptions } from "./optionSets";
import type { Relationship } from "./relationships";
import { element, number, text } from "./xml";

const types: Readonly<Record<string, ColumnType>> = {
  primarykey: "guid",
  uniqueidentifier: "guid",
  nvarchar: "text",
  ntext: "memo",
  int: "integer",
  bigint: "bigint",
  decimal: "decimal",
  money: "decimal",
  float: "double",
  bit: "boolean",
  datetime: "datetime",
  picklist: "choice",
  state: "choice",
  status: "choice",
  lookup: "lookup",
};

/** Gives the function that turns one `<attribute>` into a column. */
export function columnReader(optionSets: ReadonlyMap<string, Options>, relationships: readonly Relationship[]) {
  return (table: string, attribute: unknown): ColumnDefinition => {
    const logicalName = text(attribute, "LogicalName") ?? "";
    const type = columnType(table, logicalName, attribute);
    return {
      logicalName,
      schemaName: text(attribute, "@PhysicalName") ?? logicalName,
      type,
      ...sizes(attribute),
      ...(type === "choice" ? { options: optionsOf(attribute, optionSets) } : {}),
      ...(type === "lookup" ? lookup(table, logicalName, relationships) : {}),
      ...(isManaged(attribute) ? { managed: true } : {}),
    };
  };
}

function columnType(table: string, column: string, attribute: unknown): ColumnType {
  const name = text(attribute, "Type") ?? "";
  const type = types[name];
  if (type === undefined) throw new Error(`Column ${table}.${column} has type '${name}', which is not known here.`);
  const isDateOnly = type === "datetime" && text(attribute, "Behavior") === "2";
  return isDateOnly ? "date" : type;
}

const sizes = (attribute: unknown): Sizes => ({
  ...optional("maxLength", number(attribute, "MaxLength")),
  ...optional("min", number(attribute, "MinValue")),
  ...optional("max", number(attribute, "MaxValue")),
  ...optional("precision", number(attribute, "Accuracy") ?? number(attribute, "Precision")),
});

const optional = (name: "maxLength" | "min" | "max" | "precision", value: number | undefined): Sizes =>
  value === undefined ? {} : { [name]: value };

type Sizes = Partial<Pick<ColumnDefinition, "maxLength" | "min" | "max" | "precision">>;

const optionsOf = (attribute: unknown, optionSets: ReadonlyMap<string, Options>): Options =>
  optionSets.get(text(attribute, "OptionSetName") ?? "") ?? readOptions(element(attribute, "optionset"));

function lookup(table: string, column: string, relationships: readonly Relationship[]) {
  const found = relationships.find((one) => one.referencingTable === table && one.referencingColumn === column);
  if (found === undefined) throw new Error(`Lookup ${table}.${column} has no relationship under Other/Relationships.`);
  return { target: found.referencedTable, navigation: found.navigation, onDelete: found.onDelete };
}

const isManaged = (attribute: unknown): boolean =>
  text(attribute, "ValidForCreateApi") === "0" && text(attribute, "ValidForUpdateApi") === "0";
