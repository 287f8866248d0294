import { useQueryClient } from "@tanstack/react-query";
import { call } from "../api/api";
import { ticket as ticketQuery } from "../api/queries";
import type { Ticket } from "../api/types";
import { useT } from "../i18n/context";
import { useToast } from "../ui/announcer";
import { useAction } from "../ui/useAction";
import { refreshListings } from "./refreshListings";

/** Withdraws the seller's ticket, or puts a withdrawn one back on sale. */
export function useWithdrawOrRestore({ id, title, hidden = false }: Ticket) {
  const t = useT();
  const toast = useToast();
  const queryClient = useQueryClient();
  return useAction({
    mutationFn: async () => {
      if (hidden) {
        await call("post", "/api/tickets/{id}/restore", { path: { id } });
      } else {
        await call("delete", "/api/tickets/{id}", { path: { id } });
      }
    },
    onSuccess: () => toast(t(hidden ? "listings.restore.done" : "listings.withdraw.done", { title })),
    // a rejected change means that the ticket is held by now
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ticketQuery(id).queryKey }),
        refreshListings(queryClient),
      ]),
  });
}
