import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { Route } from "../api/api";
import type { Ticket } from "../api/types";
import { applyHidden, applyTicket } from "./cache";
import { LiveContext } from "./context";
import { TicketStream } from "./stream";

export function LiveProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const [live, setLive] = useState(true);
  const [listeners] = useState(() => new Set<(ticket: Ticket) => void>());

  useEffect(() => {
    const stream = new TicketStream("/api/tickets/events" satisfies Route, {
      onTicket: (ticket) => {
        listeners.forEach((listener) => listener(ticket));
        applyTicket(queryClient, ticket);
      },
      onHidden: (ticketId) => applyHidden(queryClient, ticketId),
      onGap: () => {
        void queryClient.invalidateQueries({ queryKey: ["tickets"] });
        void queryClient.invalidateQueries({ queryKey: ["mine"] });
      },
      onState: setLive,
    });
    // a browser has six connections to a server, and a tab that nobody sees needs none
    const follow = () => {
      if (document.hidden) {
        stream.close();
      } else {
        stream.open();
      }
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      stream.close();
    };
  }, [queryClient, listeners]);

  const value = useMemo(
    () => ({
      live,
      subscribe: (listener: (ticket: Ticket) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    }),
    [live, listeners],
  );
  return <LiveContext value={value}>{children}</LiveContext>;
}
