import type { FunctionCall } from "./queryFunctions";

/** A `$filter`, read and put in order of precedence. */
export type Expression =
  | { readonly kind: "and" | "or"; readonly parts: readonly Expression[] }
  | { readonly kind: "not"; readonly part: Expression }
  | { readonly kind: "compare"; readonly operator: Operator; readonly left: Operand; readonly right: Operand }
  | { readonly kind: "call"; readonly call: FunctionCall }
  | { readonly kind: "match"; readonly method: MatchMethod; readonly subject: Operand; readonly pattern: Operand };

export type Operand =
  | { readonly kind: "path"; readonly names: readonly string[] }
  | { readonly kind: "literal"; readonly edm: string; readonly raw: string };

export const operators = {
  EqualsExpression: "eq",
  NotEqualsExpression: "ne",
  GreaterThanExpression: "gt",
  GreaterOrEqualsExpression: "ge",
  LesserThanExpression: "lt",
  LesserOrEqualsExpression: "le",
} as const;
export type Operator = (typeof operators)[keyof typeof operators];

export const matchMethods = ["contains", "startswith", "endswith"] as const;
export type MatchMethod = (typeof matchMethods)[number];

export const isOperatorToken = (type: string): type is keyof typeof operators => type in operators;
export const isMatchMethod = (name: unknown): name is MatchMethod => matchMethods.some((method) => method === name);
