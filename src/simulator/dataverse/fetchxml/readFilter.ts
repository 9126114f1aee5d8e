import { elements } from "../metadata/xml";
import { attribute, badQuery, childrenOf, queryCode, required, word } from "./nodes";
import type { ConditionNode, FilterNode } from "./tree";

const types = ["and", "or"] as const;

export const readFilter = (node: unknown): FilterNode => ({
  type:
    word(node, "type", types, (value) =>
      badQuery(queryCode.filterType, `An invalid value was passed in for filter type: '${value.slice(0, 50)}'.`),
    ) ?? "and",
  conditions: childrenOf("condition", node).map(readCondition),
  filters: childrenOf("filter", node).map(readFilter),
});

function readCondition(node: unknown): ConditionNode {
  const value = attribute(node, "value");
  return {
    attribute: required(node, "condition", "attribute"),
    operator: required(node, "condition", "operator"),
    values: [...(value === undefined ? [] : [value]), ...elements(node, "value").map(valueOf)],
    entityName: attribute(node, "entityname"),
  };
}

/** Text of a `<value>`, with or without attributes that only say how it looks. */
function valueOf(node: unknown): string {
  if (typeof node === "string") return node;
  const text: unknown = typeof node === "object" && node !== null ? Reflect.get(node, "#text") : undefined;
  return typeof text === "string" ? text : "";
}
