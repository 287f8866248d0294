import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { request } from "../api/client";
import type { Ticket } from "../api/types";
import { applyNewest } from "../live/cache";
import { POLL } from "../live/context";

const LONGEST_PAGE = 200;

/** What takes the place of the stream of changes while there is none. */
export function useNewestTickets(q: string, needed: boolean, onNewest: (tickets: Ticket[]) => void): void {
  const queryClient = useQueryClient();
  const latest = useRef(onNewest);
  useEffect(() => {
    latest.current = onNewest;
  });
  const search = new URLSearchParams({ ...(q === "" ? {} : { q }), limit: String(LONGEST_PAGE) });
  const newest = useQuery({
    queryKey: ["newest", q],
    queryFn: ({ signal }) => request<Ticket[]>(`/api/tickets?${search}`, { signal }),
    enabled: needed,
    refetchInterval: POLL,
    gcTime: 0,
    staleTime: POLL,
  }).data;
  useEffect(() => {
    if (newest !== undefined) {
      applyNewest(queryClient, q, newest.data, newest.next === undefined);
      latest.current(newest.data);
    }
  }, [newest, q, queryClient]);
}
