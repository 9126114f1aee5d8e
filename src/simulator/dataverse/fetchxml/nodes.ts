/** Looks at one element of a FetchXML query: which attributes and children it may have, and what they say. */
import { DataverseError, notImplemented } from "../errors";

/** Codes of the service for a query that cannot be read (Dataverse web service error codes, QueryBuilder...). */
export const queryCode = {
  invalidXml: "0x80040201",
  wrongType: "0x80040203",
  noAttribute: "0x80041103",
  noAlias: "0x8004110a",
  distinct: "0x80041115",
  linkType: "0x80041117",
  linkAttributes: "0x80041118",
  descending: "0x80041119",
  aggregate: "0x8004111a",
  alias: "0x8004111b",
  node: "0x8004111c",
  attribute: "0x8004111e",
  operator: "0x80041120",
  filterType: "0x80041122",
  order: "0x80041126",
  top: "0x80041127",
  entity: "0x80041128",
} as const;

export const badQuery = (code: string, message: string) => new DataverseError(400, code, message);

interface Rules {
  readonly attributes: readonly string[];
  /** Known to the service and without effect on an answer of this one. */
  readonly idle?: readonly string[];
  /** Known to the service and not spoken here. */
  readonly later?: readonly string[];
  readonly children: readonly string[];
}

const entityChildren = ["attribute", "all-attributes", "no-attrs", "order", "filter", "link-entity"];

const rules = {
  fetch: {
    attributes: [
      "aggregate",
      "aggregatelimit",
      "count",
      "distinct",
      "page",
      "paging-cookie",
      "returntotalrecordcount",
      "top",
    ],
    idle: ["mapping", "version", "output-format", "no-lock", "latematerialize", "options", "savedqueryid"],
    later: ["utc-offset", "datasource", "useraworderby", "min-active-row-version"],
    children: ["entity"],
  },
  entity: { attributes: ["name"], later: ["enableprefiltering", "prefilterparametername"], children: entityChildren },
  "link-entity": {
    attributes: ["name", "from", "to", "alias", "link-type"],
    idle: ["intersect", "visible"],
    later: ["enableprefiltering", "prefilterparametername"],
    children: entityChildren,
  },
  attribute: {
    attributes: ["name", "alias", "aggregate", "groupby", "distinct", "dategrouping"],
    idle: ["build"],
    later: ["rowaggregate", "usertimezone", "addedby"],
    children: [],
  },
  "all-attributes": { attributes: [], children: [] },
  "no-attrs": { attributes: [], children: [] },
  order: { attributes: ["attribute", "alias", "descending", "entityname"], children: [] },
  filter: {
    attributes: ["type"],
    idle: ["isquickfindfields"],
    later: ["hint", "overridequickfindrecordlimitenabled", "overridequickfindrecordlimitdisabled"],
    children: ["condition", "filter"],
  },
  condition: {
    attributes: ["attribute", "operator", "value", "entityname"],
    idle: ["uiname", "uitype", "uihidden"],
    later: ["valueof", "column", "aggregate", "alias", "rowaggregate"],
    children: ["value"],
  },
} satisfies Record<string, Rules>;

export type NodeName = keyof typeof rules;

/** Refuses an element that says more than this service understands; gives it back for reading. */
export function checked(name: NodeName, node: unknown): unknown {
  const { attributes, children, idle = [], later = [] }: Rules = rules[name];
  const names = typeof node === "object" && node !== null ? Object.keys(node).filter((one) => one !== "#text") : [];
  const given = names.flatMap((one) => (one.startsWith("@") && !one.includes(":") ? [one.slice(1)] : []));
  const unspoken = given.find((one) => later.includes(one));
  if (unspoken !== undefined) throw notImplemented(`The attribute '${unspoken}' of the FetchXML element '${name}'`);
  const unknown = given.find((one) => ![...attributes, ...idle].includes(one));
  if (unknown !== undefined) throw badQuery(queryCode.node, `The attribute '${unknown}' is unknown for '${name}'.`);
  const stranger = names.find((one) => !one.startsWith("@") && !children.includes(one));
  if (stranger === undefined) return node;
  throw badQuery(
    queryCode.node,
    `Invalid Child Node, valid nodes are ${children.join(", ")}. NodeName = ${stranger} Parent = ${name}`,
  );
}

/** Children of a name, empty elements included, each checked. */
export function childrenOf(name: NodeName, node: unknown): readonly unknown[] {
  const found: unknown = typeof node === "object" && node !== null ? Reflect.get(node, name) : undefined;
  const children: readonly unknown[] = found === undefined ? [] : Array.isArray(found) ? found : [found];
  return children.map((child) => checked(name, child));
}

/** Value of an attribute; undefined when it is not there. An empty one is an empty text. */
export function attribute(node: unknown, name: string): string | undefined {
  const value: unknown = typeof node === "object" && node !== null ? Reflect.get(node, `@${name}`) : undefined;
  return typeof value === "string" ? value : undefined;
}

export function required(node: unknown, element: NodeName, name: string): string {
  const value = attribute(node, name);
  if (value !== undefined && value !== "") return value;
  throw badQuery(queryCode.attribute, `The required attribute '${name}' is missing. Node = ${element}`);
}

const flags: Readonly<Record<string, boolean>> = { true: true, "1": true, false: false, "0": false };

export function flag(node: unknown, name: string, code: string = queryCode.node): boolean {
  const text = attribute(node, name) ?? "false";
  const value = Object.hasOwn(flags, text) ? flags[text] : undefined;
  if (value !== undefined) return value;
  throw badQuery(code, `The only valid values for ${name} attribute are 'true', 'false', '1', and '0'.`);
}

export function whole(node: unknown, name: string, code: string = queryCode.node): number | undefined {
  const text = attribute(node, name);
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw badQuery(code, `The value '${text.slice(0, 50)}' of ${name} must be a number greater than zero.`);
}

/** One of a closed set of words. */
export function word<T extends string>(
  node: unknown,
  name: string,
  words: readonly T[],
  refusal: (value: string) => Error,
): T | undefined {
  const text = attribute(node, name);
  if (text === undefined) return undefined;
  const found = words.find((one) => one === text);
  if (found === undefined) throw refusal(text);
  return found;
}
