/** Checks JSON against types of the metadata excerpt: unknown property, wrong type, null where none may be. */
import { readFileSync } from "node:fs";
import { XMLParser } from "fast-xml-parser";

interface Property {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
}

interface NamedNode {
  readonly "@_Name": string;
  readonly Property?: readonly { "@_Name": string; "@_Type": string; "@_Nullable"?: string }[];
}

const lists = ["EntityType", "ComplexType", "Property"];

const readTypes = (): ReadonlyMap<string, readonly Property[]> => {
  const text = readFileSync(new URL("../fixtures/graph-v1.0-excerpt.csdl.xml", import.meta.url), "utf8");
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => lists.includes(name) });
  const { Schema } = parser.parse(text) as { Schema: { EntityType: NamedNode[]; ComplexType: NamedNode[] } };
  const property = (node: NonNullable<NamedNode["Property"]>[number]): Property => ({
    name: node["@_Name"],
    type: node["@_Type"],
    nullable: node["@_Nullable"] !== "false",
  });
  // The key comes from graph.entity, which the excerpt leaves out.
  const id: Property = { name: "id", type: "Edm.String", nullable: false };
  return new Map<string, readonly Property[]>([
    ...Schema.EntityType.map((type) => [type["@_Name"], [id, ...(type.Property ?? []).map(property)]] as const),
    ...Schema.ComplexType.map((type) => [type["@_Name"], (type.Property ?? []).map(property)] as const),
  ]);
};

const types = readTypes();
const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

const primitives: Readonly<Record<string, (value: unknown) => boolean>> = {
  "Edm.String": (value) => typeof value === "string",
  "Edm.Boolean": (value) => typeof value === "boolean",
  "Edm.Int32": (value) => Number.isInteger(value) && Math.abs(Number(value)) <= 2_147_483_648,
  "Edm.Guid": (value) => typeof value === "string" && guid.test(value),
  "Edm.DateTimeOffset": (value) => typeof value === "string" && dateTime.test(value),
};

const faultsOfValue = (path: string, type: string, value: unknown): string[] => {
  const element = /^Collection\((.+)\)$/.exec(type)?.[1];
  if (element !== undefined) {
    return Array.isArray(value)
      ? value.flatMap((one, index) => faultsOfValue(`${path}[${index}]`, element, one))
      : [`${path}: no collection`];
  }
  const primitive = primitives[type];
  if (primitive !== undefined) {
    return primitive(value) ? [] : [`${path}: ${JSON.stringify(value)} is no ${type}`];
  }
  return csdlFaults(type.replace("graph.", ""), value, path);
};

/** One line for everything in `value` that the type does not allow. */
export const csdlFaults = (type: string, value: unknown, path = type): string[] => {
  const properties = types.get(type);
  if (properties === undefined || typeof value !== "object" || value === null) {
    return [`${path}: no ${type}`];
  }
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const property = properties.find((one) => one.name === name);
    if (property === undefined) {
      return [`${path}.${name}: unknown property`];
    }
    if (inner === null || inner === undefined) {
      return property.nullable ? [] : [`${path}.${name}: null`];
    }
    return faultsOfValue(`${path}.${name}`, property.type, inner);
  });
};
