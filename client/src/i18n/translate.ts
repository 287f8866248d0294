import { isolate } from "../text/isolate";
import type { Catalogue, Message, MessageKey } from "./en";

export type Values = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, values?: Values) => string;

/**
 * Returns a function that looks a message up, chooses its plural form by `count` and inserts the values as isolated
 * text.
 */
export function translator(catalogue: Catalogue, locale: string): Translate {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (key, values = {}) =>
    form(catalogue[key], plurals, values).replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name];
      if (value === undefined) {
        return placeholder;
      }
      return typeof value === "number" ? numbers.format(value) : isolate(value);
    });
}

function form(message: Message, plurals: Intl.PluralRules, values: Values): string {
  if (typeof message === "string") {
    return message;
  }
  return plurals.select(Number(values["count"])) === "one" ? message.one : message.other;
}
