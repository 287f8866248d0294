import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { paymentConfig } from "../api/queries";
import type { Order } from "../api/types";
import { loadChunk } from "../browser/chunks";
import { useT } from "../i18n/context";
import { LoadError } from "../ui/LoadError";
import { Skeleton } from "../ui/Skeleton";
import { TestCardForm } from "./TestCardForm";
import type { PaymentState } from "./usePayment";

/** Loaded on demand, so that only buyers who pay by Stripe's form download it. */
const StripeCardForm = lazy(async () => ({
  default: (await loadChunk(() => import("./StripeCardForm"))).StripeCardForm,
}));

export function PaymentForm({ order, payment }: { order: Order; payment: PaymentState }) {
  const t = useT();
  const config = useQuery(paymentConfig);
  return (
    <section aria-labelledby="payment">
      <h2 id="payment" tabIndex={-1}>
        {t("checkout.payment")}
      </h2>
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
