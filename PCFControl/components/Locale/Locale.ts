import React from "react";
import type { Locale } from "./Locale.types";

const LocaleContext = React.createContext<Locale | undefined>(undefined);

export const LocaleProvider = LocaleContext.Provider;

export function useLocale(): Locale {
  const locale = React.useContext(LocaleContext);
  if (locale === undefined) throw new Error("useLocale needs a LocaleProvider above it");
  return locale;
}
