import type { Query, QueryClient } from "@tanstack/react-query";
import { queryKeys } from "../api/queryKeys";

const AFFECTED = [queryKeys.tickets.all, queryKeys.mine.tickets, queryKeys.mine.orders, queryKeys.mine.singleOrders];

/**
 * Keeps the events that arrive during a request, and applies them to its response: the services may have answered it before
 * the events.
 */
export class LateResponses {
  /** The latest event of each ticket, for each query that is being requested. */
  private readonly events = new Map<string, Map<string, () => void>>();

  constructor(private readonly queryClient: QueryClient) {}

  /** Keeps how to apply an event, for all requests that are in progress. */
  add(ticketId: string, apply: () => void): void {
    for (const queryKey of AFFECTED) {
      for (const { queryHash } of this.queryClient.getQueryCache().findAll({ queryKey, fetchStatus: "fetching" })) {
        this.events.set(queryHash, (this.events.get(queryHash) ?? new Map<string, () => void>()).set(ticketId, apply));
      }
    }
  }

  /** Observes the responses until the returned function is called. */
  observe(): () => void {
    return this.queryClient.getQueryCache().subscribe((change) => {
      const { queryHash, state } = change.query as Query;
      if (change.type === "removed" || (change.type === "updated" && state.fetchStatus === "idle")) {
        const events = this.events.get(queryHash);
        this.events.delete(queryHash);
        if (change.type === "updated" && change.action.type === "success") {
          events?.forEach((apply) => apply());
        }
      }
    });
  }
}
