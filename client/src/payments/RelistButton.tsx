import { useQueryClient } from "@tanstack/react-query";
import { call } from "../api/api";
import { queryKeys } from "../api/queryKeys";
import type { Receipt } from "../api/types";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import { useToast } from "../ui/announcer";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { useAction } from "../ui/useAction";

/** Puts the ticket of a refunded sale back on sale. */
export function RelistButton({ receipt, title }: { receipt: Receipt; title: string }) {
  const t = useT();
  const toast = useToast();
  const queryClient = useQueryClient();
  const relist = useAction({
    mutationFn: () => call("post", "/api/payments/{id}/relist", { path: { id: receipt.id } }),
    onSuccess: async () => {
      toast(t("receipts.relist.done"));
      await queryClient.invalidateQueries({ queryKey: queryKeys.mine.all });
    },
  });
  return (
    <>
      <Button
        aria-label={t("receipts.relist.named", { title })}
        busy={relist.isPending}
        onClick={() => relist.mutate()}
      >
        {t("receipts.relist")}
      </Button>
      {relist.isError && <Notice kind="error">{explain(relist.error, t)}</Notice>}
    </>
  );
}
