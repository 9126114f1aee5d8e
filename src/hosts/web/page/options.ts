/** What the address asks for: `?theme=dark|light|auto&lang=1033|1031&dir=ltr|rtl&width=PIXELS`. */

export const themes = ["auto", "light", "dark"] as const;
export type ThemeChoice = (typeof themes)[number];
export const languages = [1033, 1031] as const;
export type LanguageId = (typeof languages)[number];
export const directions = ["ltr", "rtl"] as const;
export type Direction = (typeof directions)[number];

export interface PageOptions {
  readonly theme: ThemeChoice;
  /** LCID, as the platform has it. */
  readonly languageId: LanguageId;
  readonly direction: Direction;
  /** Width of the form in pixels; without it, the window's. */
  readonly width?: number;
}

const oneOf = <T>(values: readonly T[], given: string | null): T | undefined =>
  values.find((value) => String(value) === given);

const browserLanguage = (): LanguageId => (navigator.language.toLowerCase().startsWith("de") ? 1031 : 1033);

export const readOptions = (search: string): PageOptions => {
  const query = new URLSearchParams(search);
  const width = Number(query.get("width"));
  const options = {
    theme: oneOf(themes, query.get("theme")) ?? "auto",
    languageId: oneOf(languages, query.get("lang")) ?? browserLanguage(),
    direction: oneOf(directions, query.get("dir")) ?? "ltr",
  };
  return Number.isInteger(width) && width > 0 ? { ...options, width } : options;
};

/** The address that leads to these options again. */
export const searchOf = ({ theme, languageId, direction, width }: PageOptions): string => {
  const query = new URLSearchParams({ theme, lang: String(languageId), dir: direction });
  if (width !== undefined) query.set("width", String(width));
  return `?${query.toString()}`;
};
