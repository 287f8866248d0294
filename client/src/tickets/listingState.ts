import type { Receipt, Ticket } from "../api/types";
import type { MessageKey } from "../i18n/en";
import type { Tone } from "../ui/Badge";

export interface ListingState {
  words: MessageKey;
  tone: Tone;
}

/**
 * Derives the state of a listing from its order and that order's payment, if all payments are known. The service states
 * the status in the lists of one seller only.
 */
export function stateOf(ticket: Ticket, receipts: ReadonlyMap<string, Receipt>, isKnown: boolean): ListingState {
  if (ticket.orderId === undefined) {
    if (ticket.hidden !== true) {
      return { words: "listings.state.sale", tone: "good" };
    }
    // hidden though its seller has not withdrawn it: the seller is banned or deleted
    return { words: ticket.status === "on-sale" ? "ticket.hidden" : "listings.state.withdrawn", tone: "muted" };
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

/** Returns the state of another user's listing, without that user's payments. */
export function listedState(ticket: Ticket): ListingState {
  return stateOf(ticket, new Map(), true);
}
