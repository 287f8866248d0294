import { useState } from "react";
import type { Order } from "../api/types";
import { useT } from "../i18n/context";
import type { MessageKey } from "../i18n/en";
import { useMoney } from "../i18n/format";
import { Button, buttonClass } from "../ui/Button";
import { SelectField } from "../ui/Field";
import { Actions, Form } from "../ui/Form";
import { Notice } from "../ui/Notice";
import { useFocusOnChange } from "../ui/useFocusOnChange";
import { PaymentStatus } from "./PaymentStatus";
import { ConfirmationUnavailable, type PaymentState } from "./usePayment";

/** Stripe's tokens for its test cards, which the stand-in accepts too. */
const CARDS: Readonly<Record<string, MessageKey>> = {
  tok_visa: "checkout.test.visa",
  tok_mastercard: "checkout.test.mastercard",
  tok_chargeDeclined: "checkout.test.declined",
  tok_chargeDeclinedInsufficientFunds: "checkout.test.funds",
  tok_chargeDeclinedExpiredCard: "checkout.test.expired",
  tok_chargeDeclinedIncorrectCvc: "checkout.test.cvc",
  tok_threeDSecure2Required: "checkout.test.3ds",
  tok_authenticationRequiredChargeDeclinedInsufficientFunds: "checkout.test.3dsFunds",
};

interface TestCardFormProps {
  order: Order;
  payment: PaymentState;
  confirmPage: string | undefined;
}

/** Offers test cards where no publishable key is set. */
export function TestCardForm({ order, payment, confirmPage }: TestCardFormProps) {
  const t = useT();
  const money = useMoney();
  const [token, setToken] = useState("tok_visa");
  const [bank, setBank] = useState<string>();
  useFocusOnChange(bank ?? "card", "#payment");

  if (bank !== undefined) {
    return (
      <Notice kind="info" title={t("checkout.bank.title")}>
        <p>{t("checkout.bank.text")}</p>
        <Actions>
          <a className={buttonClass("primary")} href={bank}>
            {t("checkout.bank.go")}
          </a>
          <Button onClick={() => setBank(undefined)}>{t("checkout.bank.otherCard")}</Button>
        </Actions>
      </Notice>
    );
  }
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        if (payment.isWaiting) {
          return;
        }
        payment.pay({
          source: { token },
          confirmWithBank: (clientSecret) => {
            if (confirmPage === undefined) {
              return Promise.reject(new ConfirmationUnavailable());
            }
            setBank(bankAddress(confirmPage, clientSecret, order.id));
            return Promise.resolve("away");
          },
        });
      }}
    >
      <Notice kind="info" title={t("checkout.test.title")}>
        {t("checkout.test.text")}
      </Notice>
      <SelectField label={t("checkout.test.card")} value={token} onChange={({ target }) => setToken(target.value)}>
        {Object.entries(CARDS).map(([card, words]) => (
          <option key={card} value={card}>
            {t(words)}
          </option>
        ))}
      </SelectField>
      <PaymentStatus payment={payment} />
      <Actions>
        <Button type="submit" look="primary" busy={payment.isWaiting}>
          {payment.isWaiting ? t("checkout.paying") : t("checkout.pay", { price: money(order.ticket.price) })}
        </Button>
      </Actions>
    </Form>
  );
}

function bankAddress(confirmPage: string, clientSecret: string, orderId: string): string {
  return `${confirmPage}?${new URLSearchParams({ client_secret: clientSecret, return_url: `/orders/${orderId}` })}`;
}
