import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { newestTickets, type SearchQuery } from "../api/queries";
import type { Ticket } from "../api/types";
import { POLL_INTERVAL } from "../live";
import { applyNewest } from "./ticketCache";

/** Polls the newest tickets while the event stream is interrupted. */
export function useNewestTickets(search: SearchQuery, needed: boolean, onNewest: (tickets: Ticket[]) => void): void {
  const queryClient = useQueryClient();
  const latest = useRef(onNewest);
  useEffect(() => {
    latest.current = onNewest;
  });
  const newest = useQuery({
    ...newestTickets(search),
    enabled: needed,
    refetchInterval: POLL_INTERVAL,
    gcTime: 0,
    staleTime: POLL_INTERVAL,
  }).data;
  useEffect(() => {
    if (newest !== undefined) {
      applyNewest(queryClient, search, newest.data, newest.next === undefined);
      latest.current(newest.data);
    }
  }, [newest, search, queryClient]);
}
