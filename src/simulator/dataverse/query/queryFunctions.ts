import { badRequest, notImplemented } from "../errors";

/** A call of a query function of the Web API: a condition of FetchXML in another spelling. */
export interface FunctionCall {
  /** Operator of FetchXML with the same meaning. */
  readonly operator: string;
  readonly names: readonly string[];
  readonly values: readonly string[];
}

/** Functions that mean the same at any time and for any caller. */
const operators: Readonly<Record<string, string>> = {
  ContainValues: "contain-values",
  DoesNotContainValues: "not-contain-values",
  In: "in",
  NotIn: "not-in",
  Between: "between",
  NotBetween: "not-between",
  On: "on",
  NotOn: "not-on",
  OnOrAfter: "on-or-after",
  OnOrBefore: "on-or-before",
};

const quotedText = `'(?:[^']|'')*'`;
const callOrText = new RegExp(
  String.raw`${quotedText}|Microsoft\.Dynamics\.CRM\.(\w+)(?:\(((?:[^()'"]|"[^"]*"|${quotedText})*)\))?`,
  "g",
);

/** A filter whose calls are replaced by comparisons of placeholders, which the parser can read. */
export interface Extracted {
  readonly text: string;
  readonly calls: ReadonlyMap<string, FunctionCall>;
}

export function extractCalls(filter: string): Extracted {
  const calls = new Map<string, FunctionCall>();
  const text = filter.replace(callOrText, (found, name: string | undefined, inner: string | undefined) => {
    if (name === undefined) return found;
    const placeholder = `QueryFunction${calls.size}`;
    calls.set(placeholder, readCall(name, inner));
    return `${placeholder} eq true`;
  });
  return { text, calls };
}

function readCall(name: string, inner: string | undefined): FunctionCall {
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (operator === undefined) throw notImplemented(`The query function Microsoft.Dynamics.CRM.${name}`);
  const parameters = readParameters(name, inner ?? "");
  const property = parameters.get("PropertyName");
  const values = parameters.get("PropertyValues") ?? parameters.get("PropertyValue") ?? [];
  if (property?.length !== 1) throw badCall(name);
  return { operator, names: property.flatMap((path) => path.split("/")), values };
}

const literal = String.raw`${quotedText}|"[^"]*"|-?[\w.:+-]+`;
const parameter = new RegExp(
  String.raw`\s*(PropertyName|PropertyValues?)\s*=\s*(${literal}|\[\s*(?:(?:${literal})\s*,?\s*)*\])\s*(?:,|$)`,
  "y",
);

function readParameters(name: string, text: string): ReadonlyMap<string, readonly string[]> {
  const parameters = new Map<string, readonly string[]>();
  parameter.lastIndex = 0;
  while (parameter.lastIndex < text.length) {
    const [, key, value] = parameter.exec(text) ?? [];
    if (key === undefined || value === undefined || parameters.has(key)) throw badCall(name);
    parameters.set(key, (value.match(new RegExp(literal, "g")) ?? []).map(bare));
  }
  return parameters;
}

const bare = (value: string): string =>
  value.startsWith("'") ? value.slice(1, -1).replaceAll("''", "'") : value.replace(/^"(.*)"$/, "$1");

const badCall = (name: string) =>
  badRequest(`The parameters of the function 'Microsoft.Dynamics.CRM.${name}' are missing or not valid.`);
