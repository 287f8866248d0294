import { expect, it } from "vitest";
import { de } from "./de";
import { en } from "./en";
import { translator } from "./translate";
import { waitText } from "./wait";

const english = translator(en, "en");
const german = translator(de, "de");

it.each([
  [1, "1 second", "1 Sekunde"],
  [8, "8 seconds", "8 Sekunden"],
  [89, "89 seconds", "89 Sekunden"],
  [90, "2 minutes", "2 Minuten"],
  [120, "2 minutes", "2 Minuten"],
  [121, "3 minutes", "3 Minuten"],
  [89 * 60 + 59, "90 minutes", "90 Minuten"],
  [90 * 60, "2 hours", "2 Stunden"],
  [2 * 3_600 + 1, "3 hours", "3 Stunden"],
  [24 * 3_600, "24 hours", "24 Stunden"],
])("states %i seconds as %s", (seconds, englishText, germanText) => {
  expect(waitText(seconds, english)).toBe(englishText);
  expect(waitText(seconds, german)).toBe(germanText);
});
