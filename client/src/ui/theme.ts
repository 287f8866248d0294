import { settings } from "../browser/storage";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const STORED = "ticketing.theme";

export function storedTheme(): Theme {
  const stored = settings.get(STORED);
  return THEMES.find((theme) => theme === stored) ?? "system";
}

/** Applies and stores a theme; the stylesheet follows the system's theme unless one is set. */
export function applyTheme(theme: Theme): void {
  if (theme === "system") {
    delete document.documentElement.dataset["theme"];
  } else {
    document.documentElement.dataset["theme"] = theme;
  }
  settings.set(STORED, theme === "system" ? null : theme);
}
