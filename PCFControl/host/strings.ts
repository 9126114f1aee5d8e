import type { Locale, TextValues } from "../components/Locale/Locale.types";

export type GetString = (key: string) => string;

export type Texts = Pick<Locale, "text" | "find" | "plural" | "list">;

const placeholder = /\{(\w+)\}/g;

function fill(pattern: string, values: TextValues): string {
  const known = new Map(Object.entries(values));
  return pattern.replace(placeholder, (whole, name: string) => String(known.get(name) ?? whole));
}

/** Texts of the resx file that the platform chose. The platform answers with the key itself when it has no text. */
export function createTexts(getString: GetString, language: string): Texts {
  const rules = new Intl.PluralRules(language);
  const conjunction = new Intl.ListFormat(language, { type: "conjunction" });
  const find = (key: string, values: TextValues = []): string | undefined => {
    const pattern = getString(key);
    return pattern === key || pattern === "" ? undefined : fill(pattern, values);
  };
  const text = (key: string, values: TextValues = []): string => find(key, values) ?? key;
  const plural = (key: string, count: number, values: readonly (string | number)[] = [count]): string =>
    find(`${key}_${rules.select(count)}`, values) ?? text(`${key}_other`, values);
  return { text, find, plural, list: (items) => conjunction.format(items) };
}
