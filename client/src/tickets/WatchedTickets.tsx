import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { queryKeys } from "../api/queryKeys";
import { loadChunk } from "../browser/chunks";
import { useSession } from "../session";
import { useVisitorId } from "./useVisitorId";
import { moveGuestWatches, useWatches } from "./watchList";

/** Notifies the user on every page of the watched tickets, once it is known who the user is. */
export function WatchedTickets() {
  const { user, pending } = useSession();
  const visitor = useVisitorId();
  const watches = useWatches(visitor);
  const isWatching = watches.length > 0 && !pending;
  // most visitors watch nothing; as a query, it is loaded again when the connection is back
  const { data: List } = useQuery({
    queryKey: queryKeys.watchedTicketList,
    queryFn: async () => (await loadChunk(() => import("./WatchedTicketList"))).WatchedTicketList,
    enabled: isWatching,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    if (user !== null) {
      moveGuestWatches(user.id);
    }
  }, [user]);
  return isWatching && List !== undefined && <List visitor={visitor} watches={watches} />;
}
