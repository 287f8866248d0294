import { useQueryClient } from "@tanstack/react-query";
import { fetchNow } from "../api/fetchNow";
import { order as orderQuery } from "../api/queries";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { useAction } from "../ui/useAction";

/** Downloads the calendar file by its address, so that the browser can offer the calendar of the device. */
export function AddToCalendar({ orderId }: { orderId: string }) {
  const t = useT();
  const queryClient = useQueryClient();
  const open = useAction({
    // renews a session that has expired, which the download itself cannot
    mutationFn: () => fetchNow(queryClient, orderQuery(orderId)),
    onSuccess: () => location.assign(`/api/orders/${encodeURIComponent(orderId)}/calendar`),
  });
  return (
    <>
      <Button busy={open.isPending} onClick={() => open.mutate()}>
        {t("receipt.calendar")}
      </Button>
      {open.isError && <Notice kind="error">{explain(open.error, t)}</Notice>}
    </>
  );
}
