import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api/api";
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

export function RefundDialog({ receipt, onClose }: { receipt: Receipt; onClose: () => void }) {
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
    onSuccess: () => {
      toast(t("receipts.refund.done"));
      // the lists behind the dialog may take a while
      void queryClient.invalidateQueries({ queryKey: queryKeys.mine.all });
      onClose();
    },
  });
  return (
    <Dialog title={t("receipts.refund.question")} onClose={onClose}>
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
