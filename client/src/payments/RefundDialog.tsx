import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api/api";
import { paymentOf, sales } from "../api/queries";
import { queryKeys } from "../api/queryKeys";
import type { Receipt } from "../api/types";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import { useMoney } from "../i18n/format";
import { useToast } from "../ui/announcer";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Actions, Check } from "../ui/Form";
import { Notice } from "../ui/Notice";
import { useAction } from "../ui/useAction";

interface RefundDialogProps {
  receipt: Receipt;
  onClose: () => void;
  /** Selects the element that has the focus once the payment is refunded, as the button is gone then. */
  heading?: string;
}

export function RefundDialog({ receipt, onClose, heading }: RefundDialogProps) {
  const t = useT();
  const money = useMoney();
  const toast = useToast();
  const queryClient = useQueryClient();
  const price = money(receipt.amount, receipt.currency);
  const [relist, setRelist] = useState(false);
  // a request that Stripe rejected has decided whether the ticket is relisted
  const isRepeated = receipt.status === "failed";
  const refund = useAction({
    mutationFn: () =>
      call("post", "/api/payments/{id}/refund", { path: { id: receipt.id }, body: isRepeated ? {} : { relist } }),
    onSuccess: ({ data }) => {
      toast(t("receipts.refund.done"));
      setReceipt(queryClient, data);
      // the lists behind the dialog may take a while
      void queryClient.invalidateQueries({ queryKey: queryKeys.mine.all });
      onClose();
    },
  });
  return (
    <Dialog title={t("receipts.refund.question")} onClose={onClose} heading={heading}>
      <p>{t("receipts.refund.text", { price })}</p>
      {!isRepeated && (
        <Check type="checkbox" checked={relist} onChange={({ target }) => setRelist(target.checked)}>
          {t("receipts.refund.relist")}
        </Check>
      )}
      {refund.isError && <Notice kind="error">{explain(refund.error, t)}</Notice>}
      <Actions>
        <Button onClick={onClose}>{t("app.cancel")}</Button>
        <Button look="danger" busy={refund.isPending} onClick={() => refund.mutate()}>
          {t("receipts.refund.do", { price })}
        </Button>
      </Actions>
    </Dialog>
  );
}

/** Updates the receipt where it is shown, so that its button is gone before the lists are loaded again. */
function setReceipt(queryClient: QueryClient, receipt: Receipt): void {
  // the answer lacks the card, which only the buyer sees
  const update = (before: Receipt): Receipt =>
    before.id === receipt.id ? { ...receipt, ...(before.card && { card: before.card }) } : before;
  queryClient.setQueryData(paymentOf(receipt.orderId).queryKey, (before) => before && update(before));
  queryClient.setQueryData(
    sales.queryKey,
    (before) => before && { ...before, pages: before.pages.map((page) => ({ ...page, data: page.data.map(update) })) },
  );
}
