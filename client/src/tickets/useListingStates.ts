import { useInfiniteQuery } from "@tanstack/react-query";
import { entriesOf, sales } from "../api/queries";
import type { Receipt, Ticket } from "../api/types";
import { useJoined } from "../api/useJoined";
import { POLL_INTERVAL } from "../live";
import { type ListingState, stateOf } from "./listingState";

interface ListingStates {
  stateOf: (ticket: Ticket) => ListingState;
  /** Returns the payment of a sale. */
  receiptOf: (ticket: Ticket) => Receipt | undefined;
}

/** Returns the states of the user's own tickets. */
export function useListingStates(tickets: readonly Ticket[]): ListingStates {
  const sold = useInfiniteQuery({
    ...sales,
    enabled: tickets.some(({ orderId }) => orderId !== undefined),
    // a sale does not change the ticket, which is held already, so no event reports it; each page is a request
    refetchInterval: ({ state }) => POLL_INTERVAL * (state.data?.pages.length ?? 1),
  });
  const receipts = new Map(entriesOf(sold.data).map((receipt) => [receipt.orderId, receipt]));
  const isKnown = useJoined(
    sold,
    tickets.some(({ orderId }) => orderId !== undefined && !receipts.has(orderId)),
  );
  return {
    stateOf: (ticket) => stateOf(ticket, receipts, isKnown),
    receiptOf: ({ orderId = "" }) => receipts.get(orderId),
  };
}
