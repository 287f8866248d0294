import { type Catalogue, en } from "./en";

export const LANGUAGES = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;

const STORED = "ticketing.language";

export function isLanguage(value: unknown): value is Language {
  return typeof value === "string" && Object.hasOwn(LANGUAGES, value);
}

/** The person's choice, or the first of the browser's languages that there is a catalogue for. */
export function preferredLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (isLanguage(stored)) {
    return stored;
  }
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? "en";
}

export function storeLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
}

/** How dates and numbers are written: as the browser does in this language, Austrian German for an Austrian. */
export function localeOf(language: Language): string {
  return navigator.languages.find((tag) => tag.slice(0, 2) === language) ?? language;
}

/** Nobody loads a language that they do not read, but for the default one. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  return language === "de" ? (await import("./de")).de : en;
}
