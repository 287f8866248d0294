import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useTicketChanges } from "../live";
import { LateResponses } from "./lateResponses";
import { applyEvent, applyHidden, markAsGone } from "./ticketCache";

/** Keeps every cached ticket up to date with the event stream. */
export function useTicketUpdates(): void {
  const queryClient = useQueryClient();
  const lateResponses = useMemo(() => new LateResponses(queryClient), [queryClient]);
  useEffect(() => lateResponses.observe(), [lateResponses]);
  useTicketChanges({
    onTicket: (ticket) => {
      lateResponses.add(ticket.id, () => applyEvent(queryClient, ticket));
      applyEvent(queryClient, ticket);
    },
    onHidden: (ticketId) => {
      lateResponses.add(ticketId, () => markAsGone(queryClient, ticketId));
      applyHidden(queryClient, ticketId);
    },
  });
}
