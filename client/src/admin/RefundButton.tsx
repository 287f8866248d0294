import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { fetchNow } from "../api/fetchNow";
import { paymentOf } from "../api/queries";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import { RefundDialog } from "../payments";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { useAction } from "../ui/useAction";
import { useFocusOnLoss } from "../ui/useFocusOnLoss";
import { useLoadedPayment } from "./useLoadedPayment";

interface RefundButtonProps {
  orderId: string;
  title: string;
  /** Selects the element that has the focus once the payment is refunded, as the button is gone then. */
  heading: string;
}

/** Refunds an order. Its payment is loaded on a click, as few of the orders that are shown are refunded. */
export function RefundButton({ orderId, title, heading }: RefundButtonProps) {
  const t = useT();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState(false);
  const receipt = useLoadedPayment(orderId);
  const load = useAction({
    mutationFn: () => fetchNow(queryClient, paymentOf(orderId)),
    onSuccess: () => setAsked(true),
  });
  const isRefundable = receipt?.status === "paid" || receipt?.status === "failed";
  useFocusOnLoss(`${receipt === undefined || isRefundable}`, heading);
  if (receipt === null) {
    return <Notice kind="info">{t("error.payment-not-made")}</Notice>;
  }
  if (receipt !== undefined && !isRefundable) {
    return null;
  }
  return (
    <>
      <Button aria-label={t("receipts.refund.named", { title })} busy={load.isPending} onClick={() => load.mutate()}>
        {t("receipts.refund")}
      </Button>
      {load.isError && <Notice kind="error">{explain(load.error, t)}</Notice>}
      {asked && isRefundable && <RefundDialog receipt={receipt} onClose={() => setAsked(false)} heading={heading} />}
    </>
  );
}
