import { loadChunk } from "../browser/chunks";
import { settings } from "../browser/storage";
import { type Catalogue, en } from "./en";

export const LANGUAGES = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;

const STORED = "ticketing.language";

export function isLanguage(value: unknown): value is Language {
  return typeof value === "string" && Object.hasOwn(LANGUAGES, value);
}

/** Returns the user's choice, or the first of the browser's languages that the page supports. */
export function preferredLanguage(): Language {
  const stored = settings.get(STORED);
  if (isLanguage(stored)) {
    return stored;
  }
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? "en";
}

export function storeLanguage(language: Language): void {
  settings.set(STORED, language);
}

/** Returns the locale for dates and numbers: the browser's variant of the language, such as de-AT. */
export function localeOf(language: Language): string {
  const tags = navigator.languages.map((tag) => tag.replace(/@.*/, ""));
  return tags.find((tag) => tag.slice(0, 2) === language && isLocale(tag)) ?? language;
}

/** Some browsers name languages as the operating system does, such as en-US@posix. */
function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** Loads a catalogue on demand; only the default language is part of the first download. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  return language === "de" ? (await loadChunk(() => import("./de"))).de : en;
}
