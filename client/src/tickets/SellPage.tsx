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
import { changedFacts, NO_FACTS } from "./facts";
import { refreshListings } from "./refreshListings";
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
    mutationFn: async ({ facts, ...stated }: TicketDraft) => {
      const body = { ...stated, ...changedFacts(NO_FACTS, facts) };
      return (await sendOnce(name, body, (idempotencyKey) => call("post", "/api/tickets", { body, idempotencyKey })))
        .data;
    },
    onSuccess: async (listed, { title }) => {
      discardDraft(name);
      queryClient.removeQueries({ queryKey: queryKeys.tickets.lists });
      void refreshListings(queryClient);
      if (Array.isArray(listed)) {
        toast(t("sell.doneSeveral", { title, count: listed.length }));
        await navigate("/listings");
      } else {
        queryClient.setQueryData(ticketQuery(listed.id).queryKey, listed);
        toast(t("sell.done", { title }));
        await navigate(`/tickets/${listed.id}`);
      }
    },
  });
  return (
    <Page title={t("sell.title")} lead={t("sell.lead")} narrow>
      {restored.draft !== undefined && <RestoredDraft onDiscard={restored.discard} />}
      <TicketForm
        key={restored.formKey}
        draft={{ name }}
        several
        submit={t("sell.submit")}
        busy={sell.isPending}
        error={sell.error}
        onSubmit={sell.mutate}
      />
    </Page>
  );
}
