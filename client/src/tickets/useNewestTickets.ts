import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { newestTickets, type SearchQuery } from "../api/queries";
import type { Ticket } from "../api/types";
import { POLL_INTERVAL } from "../live";
import { applyNewest } from "./ticketCache";

/** Polls the newest tickets while the event stream is interrupted. */
export function useNewestTickets(search: SearchQuery, needed: boolean, onNewest: (tickets: Ticket[]) => void): void {
  const queryClient = useQueryClient();
  const newest = useQuery({
    ...newestTickets(search),
    enabled: needed,
    refetchInterval: POLL_INTERVAL,
    gcTime: 0,
    staleTime: POLL_INTERVAL,
  }).data;
  const apply = useEffectEvent((tickets: Ticket[], complete: boolean) => {
    applyNewest(queryClient, search, tickets, complete);
    onNewest(tickets);
  });
  // once per response: later, the list is newer than it
  useEffect(() => {
    if (newest !== undefined) {
      apply(newest.data, newest.next === undefined);
    }
  }, [newest]);
}
