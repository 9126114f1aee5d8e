import type { Reason } from "../../src/domain";
import type { Locale } from "./Locale/Locale.types";

/** Reason and next step as two sentences. */
export const reasonWords = (reason: Reason, locale: Locale): string =>
  `${locale.text(`reason_${reason.code}`)} ${locale.find(`reason_${reason.code}_next`) ?? ""}`.trim();
