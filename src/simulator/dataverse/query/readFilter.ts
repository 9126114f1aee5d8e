import { defaultParser } from "@odata/parser";
import { badRequest, notImplemented } from "../errors";
import type { Expression, Operand } from "./expression";
import { isMatchMethod, isOperatorToken, operators } from "./expression";
import type { Extracted } from "./queryFunctions";
import { extractCalls } from "./queryFunctions";
import type { Token } from "./tokens";
import { asToken, asTokens, member } from "./tokens";

/** Parses the text of a `$filter`. Throws 400 for a text that is no filter and 501 for what is not spoken here. */
export function readFilter(text: string): Expression {
  const extracted = extractCalls(text);
  return withCalls(ordered(flattened(parsed(extracted.text))), extracted.calls);
}

/** Puts the calls back where their placeholders are. */
function withCalls(expression: Expression, calls: Extracted["calls"]): Expression {
  switch (expression.kind) {
    case "and":
    case "or":
      return { kind: expression.kind, parts: expression.parts.map((part) => withCalls(part, calls)) };
    case "not":
      return { kind: "not", part: withCalls(expression.part, calls) };
    case "compare": {
      const call = expression.left.kind === "path" ? calls.get(expression.left.names.join("/")) : undefined;
      return call === undefined ? expression : { kind: "call", call };
    }
    default:
      return expression;
  }
}

function parsed(text: string): Token {
  try {
    return asToken(defaultParser.filter(prepared(text)));
  } catch (error) {
    const where = error instanceof Error ? error.message : "";
    throw badRequest(`Syntax error in the filter '${text.slice(0, 200)}'. ${where}`);
  }
}

/**
 * The parser knows URL text only: literals are encoded for it. It knows no whole number beyond 32 bits either, so
 * such a one is given as a decimal.
 */
const prepared = (text: string): string =>
  text
    .split(/('(?:[^']|'')*')/)
    .map((part, index) => (index % 2 === 1 ? `'${encodeURIComponent(part.slice(1, -1))}'` : longNumbers(part)))
    .join("");

const longNumbers = (text: string): string => text.replace(/(?<![\w.:+-])-?\d{10,}(?![\w.:-])/g, "$&.0");

type Item = Expression | "and" | "or" | "not";

/**
 * The parser lets `not` reach over everything to its right. The words in their order are right, so they are laid out
 * flat and bound anew: `not` before `and` before `or`.
 */
function flattened(token: Token): readonly Item[] {
  if (token.type === "AndExpression") return [...side(token, "left"), "and", ...side(token, "right")];
  if (token.type === "OrExpression") return [...side(token, "left"), "or", ...side(token, "right")];
  if (token.type === "NotExpression") return ["not", ...flattened(asToken(token.value))];
  if (token.type === "BoolParenExpression") return [ordered(flattened(asToken(token.value)))];
  return [leaf(token)];
}

const side = (token: Token, name: "left" | "right") => flattened(asToken(member(token.value, name)));

function ordered(items: readonly Item[]): Expression {
  const alternatives = split(items, "or").map((part) => joined("and", split(part, "and").map(negated)));
  return joined("or", alternatives);
}

function split(items: readonly Item[], word: "and" | "or"): readonly Item[][] {
  const parts: Item[][] = [[]];
  items.forEach((item) => (item === word ? parts.push([]) : parts.at(-1)?.push(item)));
  return parts;
}

const joined = (kind: "and" | "or", parts: readonly Expression[]): Expression => {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind, parts };
};

function negated(items: readonly Item[]): Expression {
  const [first, ...rest] = items;
  if (first === "not") return { kind: "not", part: negated(rest) };
  if (first === undefined || typeof first === "string") throw badRequest("Syntax error: an expression is missing.");
  return first;
}

function leaf(token: Token): Expression {
  if (isOperatorToken(token.type)) {
    const left = operand(asToken(member(token.value, "left")));
    return {
      kind: "compare",
      operator: operators[token.type],
      left,
      right: operand(asToken(member(token.value, "right"))),
    };
  }
  const method = member(token.value, "method");
  const [subject, pattern] = asTokens(member(token.value, "parameters"));
  if (!isMatchMethod(method) || subject === undefined || pattern === undefined) throw unspoken(token);
  return { kind: "match", method, subject: operand(subject), pattern: operand(pattern) };
}

const path = /^[A-Za-z_]\w*(?:\/[A-Za-z_]\w*)*$/;

function operand(token: Token): Operand {
  if (token.type === "Literal") return { kind: "literal", edm: String(token.value), raw: token.raw };
  if (token.type === "FirstMemberExpression" && path.test(token.raw)) {
    return { kind: "path", names: token.raw.split("/") };
  }
  throw unspoken(token);
}

const unspoken = (token: Token) => notImplemented(`The filter expression '${token.raw.slice(0, 100)}'`);
