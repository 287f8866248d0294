import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { recoverFromMissingChunk } from "../browser/chunks";
import { I18nContext } from "./context";
import type { Catalogue } from "./en";
import { type Language, loadCatalogue, localeOf, storeLanguage } from "./locale";
import { translator } from "./translate";

export interface Translation {
  language: Language;
  catalogue: Catalogue;
  /** The language that was chosen and could not be loaded. */
  missing?: Language;
}

/**
 * Loads a language. Returns nothing if it is missing; if loading the page again may help, never returns, so that the page
 * waits for that.
 */
export async function loadTranslation(language: Language): Promise<Translation | undefined> {
  try {
    return { language, catalogue: await loadCatalogue(language) };
  } catch {
    if ((await recoverFromMissingChunk()) === "reloading") {
      await new Promise(() => undefined);
    }
    return undefined;
  }
}

export function I18nProvider({ initial, children }: { initial: Translation; children: ReactNode }) {
  const [translation, setTranslation] = useState(initial);
  const { language, catalogue, missing } = translation;

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const setLanguage = useCallback(async (next: Language) => {
    storeLanguage(next);
    const change = await loadTranslation(next);
    setTranslation((before) => change ?? { ...before, missing: next });
  }, []);

  const value = useMemo(() => {
    const locale = localeOf(language);
    return { language, missing, locale, setLanguage, t: translator(catalogue, locale) };
  }, [language, missing, catalogue, setLanguage]);

  return <I18nContext value={value}>{children}</I18nContext>;
}
