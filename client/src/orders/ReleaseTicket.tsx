import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api/api";
import { isCode } from "../api/errors";
import { order as orderQuery } from "../api/queries";
import { queryKeys } from "../api/queryKeys";
import type { Order } from "../api/types";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Actions } from "../ui/Form";
import { Notice } from "../ui/Notice";
import { useAction } from "../ui/useAction";
import styles from "./ReleaseTicket.module.css";

export function ReleaseTicket({ order }: { order: Order }) {
  const t = useT();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState(false);
  const cancel = useAction({
    mutationFn: () => call("delete", "/api/orders/{id}", { path: { id: order.id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: orderQuery(order.id).queryKey }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.mine.orders }),
  });
  return (
    <div className={styles.release}>
      <Button look="quiet" onClick={() => setAsked(true)}>
        {t("release.submit")}
      </Button>
      {asked && (
        <Dialog title={t("release.question")} onClose={() => setAsked(false)}>
          <p>{t("release.text")}</p>
          {cancel.isError && (
            <Notice kind="error">
              {isCode(cancel.error, "order-paid") ? t("release.paid") : explain(cancel.error, t)}
            </Notice>
          )}
          <Actions>
            <Button look="primary" onClick={() => setAsked(false)}>
              {t("release.keep")}
            </Button>
            <Button look="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>
              {t("release.submit")}
            </Button>
          </Actions>
        </Dialog>
      )}
    </div>
  );
}
