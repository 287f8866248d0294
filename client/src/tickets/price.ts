import type { MessageKey } from "../i18n/en";
import { decimalsOf } from "../i18n/format";
import { asciiDigits } from "../text/folding";
import { lengthOf } from "../text/text";

/** Used until the currency is known; the service validates the price. */
const USUAL_DIGITS = 2;

/** Longer than every price with its sign; longer texts are not read. */
export const LONGEST_INPUT = 64;

/** The currency of the prices, and what can be charged in it. All but the locale is unknown at first. */
export interface PriceFormat {
  currency?: string | undefined;
  digits?: number | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  locale: string;
}

/** The price that was typed, or why it is rejected. */
export type TypedPrice = { price: number; problem?: undefined } | { price?: undefined; problem: MessageKey };

const SPACES = /[\s'’٬_]/g;
const GROUPS = /^\d{1,3}([\s'’٬_.,])\d{3}(\1\d{3})*$|^\d{1,3}(,\d{2})+,\d{3}$/;

/**
 * Reads a price with the digits of any script, the symbol of its own currency on either side, a point or a comma before
 * the decimals, and groups of thousands. A text that can be read in two ways is rejected.
 */
export function readPrice(typed: string, format: PriceFormat): TypedPrice {
  if (lengthOf(typed) > LONGEST_INPUT) {
    return { problem: "field.price.tooLong" };
  }
  const [, before = "", amount = "", end = ""] =
    /^([^\d.,]*)([\d.,\s'’٬_]*?)([.,]?-{0,2}\D*)$/.exec(plain(typed)) ?? [];
  if (!/\d/.test(amount)) {
    return { problem: "field.price.invalid" };
  }
  const after = end.replace(/^[.,]-{0,2}/, "");
  if (/-/.test(before + after)) {
    return { problem: "field.price.negative" };
  }
  if (![before, after].every((sign) => isSign(sign, format))) {
    return { problem: format.currency === undefined ? "field.price.amountOnly" : "field.price.currency" };
  }
  return readAmount(amount, format);
}

/** Replaces characters that look like those of a price, and removes invisible ones, which are often pasted along. */
function plain(typed: string): string {
  const narrow = typed
    .replace(/\p{Cf}/gu, "")
    // not by NFKC, which makes a superscript two of a square
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[￠￡￥￦]/g, (wide) => wide.normalize("NFKC"));
  return asciiDigits(narrow)
    .replaceAll("٫", ".")
    .replace(/[\p{Pd}−]/gu, "-")
    .trim();
}

function readAmount(amount: string, format: PriceFormat): TypedPrice {
  const { digits = USUAL_DIGITS, minimum, maximum } = format;
  const mark = decimalMark(amount, digits, format.locale);
  if (mark === "ambiguous") {
    return { problem: "field.price.ambiguous" };
  }
  const [whole = "", decimals = "0"] = mark === undefined ? [amount] : splitAtLast(amount, mark);
  if (!/^\d+$/.test(decimals) || !(/^\d+$/.test(whole) || GROUPS.test(whole))) {
    return { problem: "field.price.groups" };
  }
  if (mark !== undefined && decimals.length > digits) {
    return { problem: digits === 0 ? "field.price.whole" : "field.price.decimals" };
  }
  const price = Number(`${whole.replace(SPACES, "").replace(/[.,]/g, "")}.${decimals}`);
  if (price <= 0) {
    return { problem: "field.price.zero" };
  }
  if (minimum !== undefined && price < minimum) {
    return { problem: "field.price.minimum" };
  }
  return maximum !== undefined && price > maximum ? { problem: "field.price.maximum" } : { price };
}

/** Returns which of point and comma separates the decimals, if one does. */
function decimalMark(amount: string, digits: number, locale: string): "." | "," | "ambiguous" | undefined {
  const marks = amount.match(/[.,]/g) ?? [];
  const last = marks.at(-1) as "." | "," | undefined;
  if (last === undefined || (marks.length > 1 && marks.every((mark) => mark === last))) {
    return undefined;
  }
  if (marks.length === 1 && /^[1-9]\d{0,2}[.,]\d{3}$/.test(amount)) {
    // prices with three decimals are written with the mark of the locale, as those of the form itself
    return digits === 0 ? undefined : digits >= 3 && last === markOf(locale) ? last : "ambiguous";
  }
  return last;
}

function markOf(locale: string): string | undefined {
  const mark = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === "decimal")?.value;
  return mark === "٫" ? "." : mark;
}

function splitAtLast(amount: string, mark: string): [string, string] {
  const index = amount.lastIndexOf(mark);
  return [amount.slice(0, index), amount.slice(index + 1)];
}

/** Before the currency is known, no sign is accepted: it may be the sign of another currency. */
function isSign(typed: string, { currency, locale }: PriceFormat): boolean {
  const sign = typed.replace(/[\s.]/g, "").toLowerCase();
  return sign === "" || (currency !== undefined && signsOf(currency, locale).has(sign));
}

function signsOf(currency: string, locale: string): ReadonlySet<string> {
  const signs = [locale, "en"].flatMap((language) =>
    (["symbol", "narrowSymbol"] as const).map((currencyDisplay) => {
      const format = new Intl.NumberFormat(language, { style: "currency", currency, currencyDisplay });
      return format.formatToParts(1).find(({ type }) => type === "currency")?.value ?? currency;
    }),
  );
  const country = currency.slice(0, 2);
  return new Set(
    [currency, ...signs, ...signs.map((sign) => country + sign)].map((sign) =>
      sign.replace(/[\s.]/g, "").toLowerCase(),
    ),
  );
}

/** Formats a price for an input field, with all its decimals, even if the currency has fewer. */
export function writePrice(price: number, locale: string, digits = USUAL_DIGITS): string {
  return new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: Number.isInteger(price) ? 0 : digits,
    maximumFractionDigits: Math.max(digits, decimalsOf(price)),
  }).format(price);
}

/** Returns a price that can be charged, as an example of how to type one. */
export function examplePrice({ digits = USUAL_DIGITS, minimum = 0, locale }: PriceFormat): string {
  const usual = digits === 0 ? 20 : 19.99;
  return writePrice(usual < minimum ? 10 * minimum : usual, locale, digits);
}
