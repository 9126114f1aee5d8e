import { notImplemented } from "../errors";
import { element, parseXml } from "../metadata/xml";
import { attribute, badQuery, checked, childrenOf, flag, queryCode, required, whole, word } from "./nodes";
import { readFilter } from "./readFilter";
import type { AttributeNode, EntityNode, Fetch, LinkNode, OrderNode } from "./tree";
import { aggregates, dateGroupings } from "./tree";

/** Reads the text of a query. Throws 400 for what is no FetchXML and 501 for what is not spoken here. */
export function readFetch(xml: string): Fetch {
  const root = element(parsed(xml), "fetch");
  if (root === undefined) throw badQuery(queryCode.invalidXml, "Invalid XML.");
  const node = checked("fetch", root);
  const [entity, second] = childrenOf("entity", node);
  if (entity === undefined || second !== undefined) {
    throw badQuery(queryCode.invalidXml, "A fetch element holds exactly one entity element.");
  }
  const fetch = { ...pageOf(node), entity: readEntity("entity", entity) };
  if (fetch.top === undefined || (fetch.page ?? fetch.count) === undefined) return fetch;
  throw badQuery(queryCode.top, "The top attribute can't be specified with paging attribute page");
}

function parsed(xml: string): unknown {
  try {
    return parseXml(xml);
  } catch {
    throw badQuery(queryCode.invalidXml, "Invalid XML.");
  }
}

const pageOf = (node: unknown): Omit<Fetch, "entity"> => ({
  aggregate: flag(node, "aggregate", queryCode.aggregate),
  distinct: flag(node, "distinct", queryCode.distinct),
  top: whole(node, "top", queryCode.top),
  count: whole(node, "count"),
  page: whole(node, "page"),
  cookie: attribute(node, "paging-cookie"),
  returnTotal: flag(node, "returntotalrecordcount"),
  aggregateLimit: whole(node, "aggregatelimit", queryCode.aggregate),
});

function readEntity(name: "entity" | "link-entity", node: unknown): EntityNode {
  const isAll = childrenOf("all-attributes", node).length > 0;
  return {
    name: required(node, name, "name"),
    attributes: childrenOf("attribute", node).map(readAttribute),
    columns: isAll ? "all" : childrenOf("no-attrs", node).length > 0 ? "none" : "default",
    filters: childrenOf("filter", node).map(readFilter),
    orders: childrenOf("order", node).map(readOrder),
    links: childrenOf("link-entity", node).map(readLink),
  };
}

const linkTypes = ["inner", "outer"] as const;
const laterLinks = ["exists", "in", "matchfirstrowusingcrossapply", "any", "not any", "all", "not all", "natural"];

function readLink(node: unknown): LinkNode {
  const refusal = (value: string) =>
    laterLinks.includes(value)
      ? notImplemented(`The link-type '${value}'`)
      : badQuery(queryCode.linkType, `An invalid value was passed in for link-type: '${value.slice(0, 50)}'.`);
  const from = attribute(node, "from");
  const to = attribute(node, "to");
  if (from === undefined || to === undefined) {
    throw badQuery(queryCode.linkAttributes, "Either from and to attributes must both be specified or neither.");
  }
  return {
    ...readEntity("link-entity", node),
    from,
    to,
    alias: aliasOf(node),
    type: word(node, "link-type", linkTypes, refusal) ?? "inner",
  };
}

function readAttribute(node: unknown): AttributeNode {
  const name = required(node, "attribute", "name");
  const notAggregate = (value: string) =>
    badQuery(queryCode.aggregate, `The aggregate function '${value.slice(0, 50)}' is not supported.`);
  const notGrouping = (value: string) =>
    value.startsWith("fiscal-")
      ? notImplemented(`The dategrouping '${value}'`)
      : badQuery(queryCode.aggregate, `The dategrouping '${value.slice(0, 50)}' is not supported.`);
  return {
    name,
    alias: aliasOf(node),
    aggregate: word(node, "aggregate", aggregates, notAggregate),
    groupBy: flag(node, "groupby", queryCode.aggregate),
    distinct: flag(node, "distinct", queryCode.distinct),
    dateGrouping: word(node, "dategrouping", dateGroupings, notGrouping),
  };
}

const aliasShape = /^[A-Za-z_][A-Za-z0-9_.]*$/;

function aliasOf(node: unknown): string | undefined {
  const alias = attribute(node, "alias");
  if (alias === undefined || aliasShape.test(alias)) return alias;
  throw badQuery(
    queryCode.alias,
    `Invalid character specified for alias: ${alias.slice(0, 50)}. Only characters within the ranges [A-Z], [a-z] or [0-9] or _ are allowed.  The first character may only be in the ranges [A-Z], [a-z] or _.`,
  );
}

const readOrder = (node: unknown): OrderNode => ({
  attribute: attribute(node, "attribute"),
  alias: attribute(node, "alias"),
  entityName: attribute(node, "entityname"),
  descending: flag(node, "descending", queryCode.descending),
});
