import { afterEach, expect, it, vi } from "vitest";
import { localeOf } from "./locale";

afterEach(() => {
  vi.restoreAllMocks();
});

it.each([
  [["fr", "de-AT", "de"], "de-AT"],
  [["en-US"], "de"],
  [["de-AT@posix"], "de-AT"],
  [["de_AT", "de-CH"], "de-CH"],
  [["de-"], "de"],
])("with the languages %j, the locale of German is %s", (languages, locale) => {
  vi.spyOn(navigator, "languages", "get").mockReturnValue(languages);
  expect(localeOf("de")).toBe(locale);
});
