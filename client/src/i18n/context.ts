import { createContext, useContext } from "react";
import type { Language } from "./locale";
import type { Translate } from "./translate";

export interface I18n {
  language: Language;
  /** The language that was chosen and could not be loaded. */
  missing: Language | undefined;
  locale: string;
  t: Translate;
  setLanguage: (language: Language) => Promise<void>;
}

export const I18nContext = createContext<I18n | null>(null);

export function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (i18n === null) {
    throw new Error("useI18n needs an I18nProvider");
  }
  return i18n;
}

export function useT(): Translate {
  return useI18n().t;
}
