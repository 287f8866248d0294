import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { call } from "../api/api";
import { sendOnce } from "../api/idempotency";
import { ticket as ticketQuery } from "../api/queries";
import { queryKeys } from "../api/queryKeys";
import { useT } from "../i18n/context";
import { useSession } from "../session";
import { useToast } from "../ui/announcer";
import { discardDraft } from "../ui/draft";
import { Page } from "../ui/Page";
import { RestoredDraft } from "../ui/RestoredDraft";
import { useAction } from "../ui/useAction";
import { useRestoredDraft } from "../ui/useRestoredDraft";
import { type TicketDraft, TicketForm } from "./TicketForm";

export function SellPage() {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { user } = useSession();
  const name = `sell.${user?.id ?? ""}`;
  const restored = useRestoredDraft(name);
  const sell = useAction({
    mutationFn: async (draft: TicketDraft) =>
      (await sendOnce(name, draft, (idempotencyKey) => call("post", "/api/tickets", { body: draft, idempotencyKey })))
        .data,
    onSuccess: async (ticket) => {
      discardDraft(name);
      queryClient.setQueryData(ticketQuery(ticket.id).queryKey, ticket);
      queryClient.removeQueries({ queryKey: queryKeys.tickets.lists });
      void queryClient.invalidateQueries({ queryKey: queryKeys.mine.tickets });
      toast(t("sell.done", { title: ticket.title }));
      await navigate(`/tickets/${ticket.id}`);
    },
  });
  return (
    <Page title={t("sell.title")} lead={t("sell.lead")} narrow>
      {restored.draft !== undefined && <RestoredDraft onDiscard={restored.discard} />}
      <TicketForm
        key={restored.formKey}
        draft={{ name }}
        submit={t("sell.submit")}
        busy={sell.isPending}
        error={sell.error}
        onSubmit={sell.mutate}
      />
    </Page>
  );
}
