import { useQueryClient } from "@tanstack/react-query";
import { useTicketChanges } from "../live";
import { applyEvent, applyHidden } from "./ticketCache";

/** Keeps every cached ticket up to date with the event stream. */
export function useTicketUpdates(): void {
  const queryClient = useQueryClient();
  useTicketChanges({
    onTicket: (ticket) => applyEvent(queryClient, ticket),
    onHidden: (ticketId) => applyHidden(queryClient, ticketId),
  });
}
