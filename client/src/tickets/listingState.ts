import type { Receipt, Ticket } from "../api/types";
import type { MessageKey } from "../i18n/en";
import type { Tone } from "../ui/Badge";

export interface ListingState {
  words: MessageKey;
  tone: Tone;
}

/**
 * Derives the state of a listing from its order and that order's payment, if all payments are known. The service states
 * the status in the seller's lists only.
 */
export function stateOf(ticket: Ticket, receipts: ReadonlyMap<string, Receipt>, isKnown: boolean): ListingState {
  if (ticket.orderId === undefined) {
    return ticket.hidden === true
      ? { words: "listings.state.withdrawn", tone: "muted" }
      : { words: "listings.state.sale", tone: "good" };
  }
  const status = receipts.get(ticket.orderId)?.status;
  switch (status ?? ticket.status) {
    case undefined:
      return isKnown
        ? { words: "listings.state.held", tone: "accent" }
        : { words: "listings.state.heldOrSold", tone: "muted" };
    case "held":
      return { words: "listings.state.held", tone: "accent" };
    case "refunding":
      return { words: "listings.state.refunding", tone: "muted" };
    case "failed":
      return { words: "listings.state.refundFailed", tone: "bad" };
    case "refunded":
      return { words: "listings.state.refunded", tone: "muted" };
    default:
      return { words: "listings.state.sold", tone: "accent" };
  }
}
