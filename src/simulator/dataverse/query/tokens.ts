/** The parser's tokens carry values without a type; these give them back with one. */
export interface Token {
  readonly type: string;
  readonly raw: string;
  readonly value: unknown;
}

const isToken = (value: unknown): value is Token =>
  typeof value === "object" && value !== null && "type" in value && "raw" in value && "value" in value;

export const member = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && name in value ? Reflect.get(value, name) : undefined;

export function asToken(value: unknown): Token {
  if (!isToken(value)) throw new TypeError("The OData parser gave a tree of an unknown shape.");
  return value;
}

export const asTokens = (value: unknown): readonly Token[] => (Array.isArray(value) ? value.map(asToken) : []);
