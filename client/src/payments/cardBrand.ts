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

/** Returns the brand's name, or its identifier if it has none here. */
export function cardBrand(identifier: string): string {
  return BRANDS.get(identifier) ?? identifier;
}
