import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { NetworkError } from "../api/errors";
import { paymentConfig } from "../api/queries";
import type { Order } from "../api/types";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import type { Translate } from "../i18n/translate";
import { LoadError } from "../ui/LoadError";
import { Notice } from "../ui/Notice";
import { Skeleton } from "../ui/Skeleton";
import { TestCardForm } from "./TestCardForm";
import { BankRefused, BankUnavailable, type usePayment } from "./usePayment";

/** Stripe's code is loaded by nobody who does not pay with it. */
const StripeCardForm = lazy(async () => ({ default: (await import("./StripeCardForm")).StripeCardForm }));

export type PaymentState = ReturnType<typeof usePayment>;

export function PaymentForm({ order, payment }: { order: Order; payment: PaymentState }) {
  const t = useT();
  const config = useQuery(paymentConfig);
  return (
    <section className="payment" aria-labelledby="payment">
      <h2 id="payment">{t("checkout.payment")}</h2>
      {config.isPending ? (
        <Skeleton shape="text" count={3} />
      ) : config.isError ? (
        <LoadError error={config.error} retry={config.refetch} />
      ) : config.data.publishableKey === undefined ? (
        <TestCardForm order={order} payment={payment} confirmPage={config.data.confirmPage} />
      ) : (
        <Suspense fallback={<Skeleton shape="text" count={3} />}>
          <StripeCardForm
            order={order}
            payment={payment}
            config={{ ...config.data, publishableKey: config.data.publishableKey }}
          />
        </Suspense>
      )}
    </section>
  );
}

/** Above the button that pays. */
export function PaymentNews({ payment }: { payment: PaymentState }) {
  const t = useT();
  if (payment.undecided || payment.paid) {
    return <Notice kind="info">{t("checkout.undecided")}</Notice>;
  }
  if (payment.error === null) {
    return null;
  }
  return <Notice kind="error">{explainPayment(payment.error, t)}</Notice>;
}

function explainPayment(error: Error, t: Translate): string {
  if (error instanceof BankRefused) {
    return t("checkout.bank.failed");
  }
  if (error instanceof BankUnavailable) {
    return t("checkout.bank.unavailable");
  }
  return error instanceof NetworkError ? t("checkout.unconfirmed") : explain(error, t);
}
