import type { QueryClient } from "@tanstack/react-query";
import { queryKeys } from "../api/queryKeys";

interface Event {
  apply: () => void;
  /** The queries whose responses may contain the state from before the event. */
  requested: Set<string>;
}

/**
 * Applies an event at once, and again after each response to a request that was in progress when the event arrived: the
 * services may have answered it before the event.
 */
export class LateResponses {
  /** The latest event of each ticket, while responses are outstanding. */
  private readonly events = new Map<string, Event>();

  constructor(private readonly queryClient: QueryClient) {}

  apply(ticketId: string, event: () => void): void {
    const requested = new Set(
      [queryKeys.tickets.all, queryKeys.mine.all]
        .flatMap((queryKey) => this.queryClient.getQueryCache().findAll({ queryKey, fetchStatus: "fetching" }))
        .map(({ queryHash }) => queryHash),
    );
    this.events.delete(ticketId);
    if (requested.size > 0) {
      this.events.set(ticketId, { apply: event, requested });
    }
    event();
  }

  /** Begins to watch the responses, until the returned function is called. */
  watch(): () => void {
    return this.queryClient.getQueryCache().subscribe((change) => {
      if (change.type !== "updated") {
        return;
      }
      const { type } = change.action;
      const responded = type === "success" && change.action.manual !== true;
      if (responded || type === "error") {
        this.onEnd(change.query.queryHash, responded);
      }
    });
  }

  private onEnd(queryHash: string, responded: boolean): void {
    for (const [ticketId, { apply, requested }] of this.events) {
      if (!requested.delete(queryHash)) {
        continue;
      }
      if (requested.size === 0) {
        this.events.delete(ticketId);
      }
      if (responded) {
        apply();
      }
    }
  }
}
