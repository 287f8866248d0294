import type { MessageKey } from "../i18n/en";
import { asciiDigits } from "../text/folding";

export const MAX_PRICE = 1_000_000;

/** Assumed until the currency is known; the service decides. */
const USUAL_DIGITS = 2;

/** The currency of the prices, and how many decimals of it can be charged. */
export interface PriceFormat {
  currency?: string | undefined;
  digits?: number | undefined;
  locale: string;
}

/** A price as typed, or why it is refused. */
export type TypedPrice = { price: number; problem?: undefined } | { price?: undefined; problem: MessageKey };

const SPACES = /[\s'’٬_]/g;
const GROUPS = /^\d{1,3}([\s'’٬_.,])\d{3}(\1\d{3})*$|^\d{1,3}(,\d{2})+,\d{3}$/;

/**
 * Reads a price with the digits of any script, a sign of its own currency on either side, a point or a comma before the
 * decimals, and groups of thousands. What could be read in two ways is refused.
 */
export function readPrice(typed: string, format: PriceFormat): TypedPrice {
  const { digits = USUAL_DIGITS } = format;
  const text = asciiDigits(typed.normalize("NFKC")).replaceAll("٫", ".").replaceAll("−", "-").trim();
  const [, before = "", amount = "", after = ""] = /^([^\d.,]*)([\d.,\s'’٬_]*?)([.,]?-{0,2}\D*)$/.exec(text) ?? [];
  if (!/\d/.test(amount)) {
    return { problem: "field.price.invalid" };
  }
  if (/-/.test(before)) {
    return { problem: "error.price-too-low" };
  }
  if (![before, after.replace(/^[.,]-{1,2}/, "")].every((sign) => isSign(sign, format))) {
    return { problem: "field.price.currency" };
  }
  return readAmount(amount, digits);
}

function readAmount(amount: string, digits: number): TypedPrice {
  const mark = decimalMark(amount, digits);
  if (mark === "ambiguous") {
    return { problem: "field.price.ambiguous" };
  }
  const [whole = "", decimals = ""] = mark === undefined ? [amount] : splitAtLast(amount, mark);
  if (!/^\d+$/.test(decimals) && mark !== undefined) {
    return { problem: "field.price.invalid" };
  }
  if (!/^\d+$/.test(whole) && !GROUPS.test(whole)) {
    return { problem: "field.price.invalid" };
  }
  if (decimals.length > digits) {
    return { problem: digits === 0 ? "field.price.whole" : "error.price-too-many-decimals" };
  }
  const price = Number(`${whole.replace(SPACES, "").replace(/[.,]/g, "")}.${decimals || "0"}`);
  if (price <= 0) {
    return { problem: "error.price-too-low" };
  }
  return price > MAX_PRICE ? { problem: "error.price-too-high" } : { price };
}

/** Returns which of point and comma separates the decimals, if one does. */
function decimalMark(amount: string, digits: number): "." | "," | "ambiguous" | undefined {
  const marks = amount.match(/[.,]/g) ?? [];
  const last = marks.at(-1) as "." | "," | undefined;
  if (last === undefined || (marks.length > 1 && marks.every((mark) => mark === last))) {
    return undefined;
  }
  if (marks.length === 1 && /^[1-9]\d{0,2}[.,]\d{3}$/.test(amount)) {
    return digits === 0 ? undefined : "ambiguous";
  }
  return last;
}

function splitAtLast(amount: string, mark: string): [string, string] {
  const index = amount.lastIndexOf(mark);
  return [amount.slice(0, index), amount.slice(index + 1)];
}

function isSign(typed: string, { currency, locale }: PriceFormat): boolean {
  const sign = typed.replace(/[\s.]/g, "").toLowerCase();
  if (sign === "") {
    return true;
  }
  return currency === undefined ? /^\p{Sc}$/u.test(sign) : signsOf(currency, locale).has(sign);
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

/** Formats a price for an input field. */
export function writePrice(price: number, locale: string, digits = USUAL_DIGITS): string {
  return new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: Number.isInteger(price) ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(price);
}

/** Whether a formatted price needs a smaller type on the stub of a ticket, where it must not be broken. */
export function isLong(price: string): boolean {
  return price.length > 9;
}
