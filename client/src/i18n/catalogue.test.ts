import { describe, expect, it } from "vitest";
import { de } from "./de";
import { en, type Message } from "./en";
import { translator } from "./translate";

const forms = (message: Message) => (typeof message === "string" ? [message] : [message.one, message.other]);
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe("the catalogues", () => {
  it("have the same keys", () => {
    expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(Object.keys(en) as (keyof typeof en)[])("have the same forms and placeholders for %s", (key) => {
    const english = forms(en[key]);
    const german = forms(de[key]);
    expect(german).toHaveLength(english.length);
    expect(german.map(placeholders)).toEqual(english.map(placeholders));
    expect([...english, ...german].every((text) => text.trim() !== "")).toBe(true);
  });
});

describe("a translator", () => {
  it("chooses the plural form", () => {
    const t = translator(en, "en");
    expect(t("list.results", { count: 1 })).toBe("1 ticket");
    expect(t("list.results", { count: 1234 })).toBe("1,234 tickets");
    expect(translator(de, "de")("list.results", { count: 1234 })).toBe("1.234 Tickets");
  });

  it("inserts values as plain text", () => {
    const t = translator(en, "en");
    expect(t("list.nowUnavailable", { title: "{q} $& <b>" })).toBe("{q} $& <b> is no longer available");
  });
});
