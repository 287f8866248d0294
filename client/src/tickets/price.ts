export const MAX_PRICE = 1_000_000;

/** Parses a price with a point or a comma before at most two decimals, in any locale. */
export function parsePrice(typed: string): number | undefined {
  const plain = typed.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  return /^\d{1,7}(\.\d{1,2})?$/.test(plain) ? Number(plain) : undefined;
}

/** Formats a price for an input field. */
export function writePrice(price: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: Number.isInteger(price) ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(price);
}

/** Whether a formatted price needs a smaller type on the stub of a ticket, where it must not be broken. */
export function isLong(price: string): boolean {
  return price.length > 9;
}
