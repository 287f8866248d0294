import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { Route } from "../api/api";
import { queryKeys } from "../api/queryKeys";
import { LiveContext, type TicketListener } from "./context";
import { TicketStream } from "./stream";

/** Opens the event stream while the tab is visible and passes its events to the subscribers. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const [live, setLive] = useState(true);
  const [listeners] = useState(() => new Set<TicketListener>());

  useEffect(() => {
    const stream = new TicketStream("/api/tickets/events" satisfies Route, {
      onTicket: (ticket) => listeners.forEach((listener) => listener.onTicket(ticket)),
      onHidden: (ticketId) => listeners.forEach((listener) => listener.onHidden?.(ticketId)),
      onGap: () => {
        void queryClient.invalidateQueries({ queryKey: queryKeys.tickets.all });
        void queryClient.invalidateQueries({ queryKey: queryKeys.mine.all });
      },
      onState: setLive,
    });
    // browsers allow six HTTP/1.1 connections per host, so hidden tabs release theirs
    const onVisibilityChange = () => {
      if (document.hidden) {
        stream.close();
      } else {
        stream.open();
      }
    };
    onVisibilityChange();
    document.addEventListener("visibilitychange", onVisibilityChange);
    return () => {
      document.removeEventListener("visibilitychange", onVisibilityChange);
      stream.close();
    };
  }, [queryClient, listeners]);

  const value = useMemo(
    () => ({
      live,
      subscribe: (listener: TicketListener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    }),
    [live, listeners],
  );
  return <LiveContext value={value}>{children}</LiveContext>;
}
