import { createContext, useContext, useEffect, useRef } from "react";
import type { Ticket } from "../api/types";

export interface TicketListener {
  onTicket: (ticket: Ticket) => void;
  /** The ticket is no longer for sale; the server sends no state with it. */
  onHidden?: (ticketId: string) => void;
}

export interface Live {
  /** False while the event stream is interrupted and pages have to poll. */
  live: boolean;
  /** Subscribes to every change until the returned function is called. */
  subscribe: (listener: TicketListener) => () => void;
  /** Keeps the stream open while the tab is hidden, until the returned function is called. */
  keepOpen: () => () => void;
}

/** How often pages poll for what no event reports, in milliseconds. */
export const POLL_INTERVAL = 5_000;

export const LiveContext = createContext<Live>({
  live: true,
  subscribe: () => () => undefined,
  keepOpen: () => () => undefined,
});

export function useLive(): Live {
  return useContext(LiveContext);
}

/** Calls the listener of the latest render for each change. */
export function useTicketChanges(listener: TicketListener): void {
  const { subscribe } = useLive();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(
    () =>
      subscribe({
        onTicket: (ticket) => latest.current.onTicket(ticket),
        onHidden: (ticketId) => latest.current.onHidden?.(ticketId),
      }),
    [subscribe],
  );
}
