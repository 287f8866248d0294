import type { Receipt } from "../api/types";
import { useT } from "../i18n/context";

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

interface CardNameProps {
  card: NonNullable<Receipt["card"]>;
  /** Returns the sentence that contains the card. */
  sentence?: (card: string) => string;
}

/** The brand, or its identifier if it has no name here, and the last digits. Screen readers get words for the dots. */
export function CardName({ card, sentence = (name) => name }: CardNameProps) {
  const t = useT();
  const brand = BRANDS.get(card.brand) ?? card.brand;
  return (
    <span role="img" aria-label={sentence(t("receipts.cardEnding", { brand, digits: card.last4 }))}>
      {sentence(`${brand} ···· ${card.last4}`)}
    </span>
  );
}
