import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { I18nContext } from "./context";
import type { Catalogue } from "./en";
import { type Language, loadCatalogue, localeOf, storeLanguage } from "./locale";
import { translator } from "./translate";

interface Spoken {
  language: Language;
  catalogue: Catalogue;
}

export function I18nProvider({ initial, children }: { initial: Spoken; children: ReactNode }) {
  const [spoken, setSpoken] = useState(initial);
  const { language, catalogue } = spoken;

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const speak = useCallback(async (next: Language) => {
    setSpoken({ language: next, catalogue: await loadCatalogue(next) });
    storeLanguage(next);
  }, []);

  const value = useMemo(() => {
    const locale = localeOf(language);
    return { language, locale, speak, t: translator(catalogue, locale) };
  }, [language, catalogue, speak]);

  return <I18nContext value={value}>{children}</I18nContext>;
}
