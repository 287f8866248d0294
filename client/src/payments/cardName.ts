import type { Receipt } from "../api/types";

/** The names of Stripe's card brands. */
const BRANDS: ReadonlyMap<string, string> = new Map([
  ["amex", "American Express"],
  ["diners", "Diners Club"],
  ["discover", "Discover"],
  ["jcb", "JCB"],
  ["mastercard", "Mastercard"],
  ["unionpay", "UnionPay"],
  ["visa", "Visa"],
]);

/** Returns the brand, or its identifier if it has no name here, and the last digits. */
export function cardName({ brand, last4 }: NonNullable<Receipt["card"]>): string {
  return `${BRANDS.get(brand) ?? brand} ···· ${last4}`;
}
