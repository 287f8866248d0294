import { expect, it } from "vitest";
import { unbroken } from "./unbroken";

it.each([
  ["en-US", "Jun 12, 2031, 7:30\u00a0PM"],
  ["de-DE", "12.06.2031, 19:30"],
])("has no space for a line break before AM and PM: %s", (locale, text) => {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  expect(unbroken(format, new Date("2031-06-12T19:30:00Z"))).toBe(text);
});
