import type { Locale } from "../components/Locale/Locale.types";
import { createFormat, type ZoneOffset } from "./format";
import { createTexts, type GetString } from "./strings";

/** Language tags of the LCIDs that the panel has texts for or that a base language falls back to. */
const tagByLcid: Readonly<Record<number, string>> = {
  1025: "ar-SA",
  1031: "de-DE",
  1033: "en-US",
  1036: "fr-FR",
  1037: "he-IL",
  1041: "ja-JP",
  2057: "en-GB",
  3082: "es-ES",
};

export interface ReaderSettings {
  readonly languageId: number;
  readonly isRTL: boolean;
  readonly offset?: ZoneOffset;
}

export function createLocale(getString: GetString, reader: ReaderSettings): Locale {
  const language = tagByLcid[reader.languageId] ?? "en-US";
  const texts = createTexts(getString, language);
  const format = createFormat(texts, language, reader.offset);
  return { ...texts, format, language, direction: reader.isRTL ? "rtl" : "ltr" };
}
