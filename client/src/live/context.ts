import { createContext, useContext, useEffect, useRef } from "react";
import type { Ticket } from "../api/types";

export interface Live {
  /** False while the stream of changes is interrupted and pages have to ask. */
  live: boolean;
  /** Asks for every change until the returned function is called. */
  subscribe: (listener: (ticket: Ticket) => void) => () => void;
}

/** How often a page asks while nothing tells it of changes. */
export const POLL = 5_000;

export const LiveContext = createContext<Live>({ live: true, subscribe: () => () => undefined });

export function useLive(): Live {
  return useContext(LiveContext);
}

export function useTicketChanges(listener: (ticket: Ticket) => void): void {
  const { subscribe } = useLive();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => subscribe((ticket) => latest.current(ticket)), [subscribe]);
}
