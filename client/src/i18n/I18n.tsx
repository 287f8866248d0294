import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { I18nContext } from "./context";
import type { Catalogue } from "./en";
import { type Language, loadCatalogue, localeOf, storeLanguage } from "./locale";
import { translator } from "./translate";

interface Translation {
  language: Language;
  catalogue: Catalogue;
}

export function I18nProvider({ initial, children }: { initial: Translation; children: ReactNode }) {
  const [translation, setTranslation] = useState(initial);
  const { language, catalogue } = translation;

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const setLanguage = useCallback(async (next: Language) => {
    setTranslation({ language: next, catalogue: await loadCatalogue(next) });
    storeLanguage(next);
  }, []);

  const value = useMemo(() => {
    const locale = localeOf(language);
    return { language, locale, setLanguage, t: translator(catalogue, locale) };
  }, [language, catalogue, setLanguage]);

  return <I18nContext value={value}>{children}</I18nContext>;
}
