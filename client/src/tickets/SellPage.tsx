import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { call } from "../api/api";
import { ticket as ticketQuery } from "../api/queries";
import { queryKeys } from "../api/queryKeys";
import { useT } from "../i18n/context";
import { useAnnounce } from "../ui/announcer";
import { Page } from "../ui/Page";
import { type TicketDraft, TicketForm } from "./TicketForm";

export function SellPage() {
  const t = useT();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const sell = useMutation({
    mutationFn: async (draft: TicketDraft) => (await call("post", "/api/tickets", { body: draft })).data,
    onSuccess: async (ticket) => {
      queryClient.setQueryData(ticketQuery(ticket.id).queryKey, ticket);
      queryClient.removeQueries({ queryKey: queryKeys.tickets.lists });
      void queryClient.invalidateQueries({ queryKey: queryKeys.mine.tickets });
      announce(t("sell.done", { title: ticket.title }));
      await navigate(`/tickets/${ticket.id}`);
    },
  });
  return (
    <Page title={t("sell.title")} lead={t("sell.lead")} narrow>
      <TicketForm
        submit={t("sell.submit")}
        busy={sell.isPending}
        error={sell.error}
        onSubmit={(draft) => sell.mutate(draft)}
      />
    </Page>
  );
}
