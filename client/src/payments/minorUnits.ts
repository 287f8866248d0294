/** Stripe's lists, which the payments service uses too; they differ from the browser's (ISO 4217, CLDR). */
const WITHOUT_DECIMALS = new Set("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" "));
const WITH_THREE_DECIMALS = new Set("bhd jod kwd omr tnd".split(" "));

/** Converts an amount to the currency's smallest unit, as Stripe expects it. */
export function minorUnits(amount: number, currency: string): number {
  const code = currency.toLowerCase();
  return Math.round(amount * 10 ** (WITHOUT_DECIMALS.has(code) ? 0 : WITH_THREE_DECIMALS.has(code) ? 3 : 2));
}
