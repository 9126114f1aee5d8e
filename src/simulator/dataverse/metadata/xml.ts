import { readFileSync } from "node:fs";
import { XMLParser } from "fast-xml-parser";

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  htmlEntities: true,
});

/** Reads XML into plain objects; attributes carry the prefix `@`. Throws for text that is not well-formed. */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- without the check the parser reads broken XML as well
export const parseXml = (text: string): unknown => parser.parse(text, true);

/** Reads one XML file into plain objects. */
export const readXml = (file: string): unknown => parseXml(readFileSync(file, "utf8"));

const child = (node: unknown, name: string): unknown =>
  typeof node === "object" && node !== null && name in node ? Reflect.get(node, name) : undefined;

const first = (node: unknown): unknown => (Array.isArray(node) ? node[0] : node);

/** The element at the path; of several, the first. */
export const element = (node: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((current, name) => first(child(current, name)), node);

/** All elements with the last name of the path. */
export function elements(node: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = child(element(node, ...path.slice(0, -1)), path.at(-1) ?? "");
  if (found === undefined || found === "") return [];
  return Array.isArray(found) ? found : [found];
}

/** Text of the element at the path; undefined when it is absent or empty. An attribute is the path `@name`. */
export function text(node: unknown, ...path: readonly string[]): string | undefined {
  const found = element(node, ...path);
  const value = typeof found === "object" ? child(found, "#text") : found;
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function number(node: unknown, ...path: readonly string[]): number | undefined {
  const value = text(node, ...path);
  return value === undefined || Number.isNaN(Number(value)) ? undefined : Number(value);
}
