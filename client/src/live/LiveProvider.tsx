import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Route } from "../api/api";
import { fetchAgain } from "../api/fetchAgain";
import { queryKeys } from "../api/queryKeys";
import { LiveContext, type TicketListener } from "./context";
import { TicketStream } from "./stream";

/**
 * Opens the event stream while the tab is visible, or kept open by a component, and passes its events to the subscribers.
 */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const [live, setLive] = useState(true);
  const [listeners] = useState(() => new Set<TicketListener>());
  const [keepers] = useState(() => new Set<symbol>());
  const openOrClose = useRef<() => void>(undefined);

  useEffect(() => {
    const stream = new TicketStream("/api/tickets/events" satisfies Route, {
      onTicket: (ticket) => listeners.forEach((listener) => listener.onTicket(ticket)),
      onHidden: (ticketId) => listeners.forEach((listener) => listener.onHidden?.(ticketId)),
      // a single ticket shows whether it is available; a listed one is checked when it is opened
      onFirstOpen: () => {
        fetchAgain(queryClient, queryKeys.tickets.single);
        // a hidden tab opens the stream long after it has loaded a list
        void queryClient.refetchQueries({ queryKey: queryKeys.tickets.lists, type: "active", stale: true });
      },
      onGap: () => {
        fetchAgain(queryClient, queryKeys.tickets.all);
        fetchAgain(queryClient, queryKeys.mine.all);
      },
      onState: setLive,
    });
    // browsers allow six HTTP/1.1 connections per host, so hidden tabs release theirs
    const onVisibilityChange = () => {
      if (document.hidden && keepers.size === 0) {
        stream.close();
      } else {
        stream.open();
      }
    };
    openOrClose.current = onVisibilityChange;
    onVisibilityChange();
    document.addEventListener("visibilitychange", onVisibilityChange);
    return () => {
      openOrClose.current = undefined;
      document.removeEventListener("visibilitychange", onVisibilityChange);
      stream.close();
    };
  }, [queryClient, listeners, keepers]);

  const value = useMemo(
    () => ({
      live,
      subscribe: (listener: TicketListener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      keepOpen: () => {
        const keeper = Symbol("keeper");
        keepers.add(keeper);
        openOrClose.current?.();
        return () => {
          keepers.delete(keeper);
          openOrClose.current?.();
        };
      },
    }),
    [live, listeners, keepers],
  );
  return <LiveContext value={value}>{children}</LiveContext>;
}
