import type { Query, QueryClient, QueryKey } from "@tanstack/react-query";
import { fetchAgain } from "../api/fetchAgain";
import { queryKeys } from "../api/queryKeys";
import { applyToResponse, type TicketEvent } from "./ticketCache";

const AFFECTED = [queryKeys.tickets.all, queryKeys.mine.tickets, queryKeys.mine.orders, queryKeys.mine.singleOrders];

/** With more events than this during one request, its query is fetched again. */
const MOST = 1_000;

/**
 * Keeps the events that arrive during a request, and applies them to its response: the services may have answered it before
 * the events.
 */
export class LateResponses {
  /** The latest event of each ticket, for each query that is being requested. */
  private readonly events = new Map<string, Map<string, TicketEvent>>();

  constructor(private readonly queryClient: QueryClient) {}

  /** Keeps an event for all requests that are in progress. */
  add(ticketId: string, event: TicketEvent): void {
    const queryCache = this.queryClient.getQueryCache();
    for (const { queryHash } of AFFECTED.flatMap((queryKey) =>
      queryCache.findAll({ queryKey, fetchStatus: "fetching" }),
    )) {
      const events = this.events.get(queryHash) ?? new Map<string, TicketEvent>();
      const known = events.get(ticketId);
      if (known === undefined || known === "hidden" || event === "hidden" || known.version < event.version) {
        events.set(ticketId, event);
      }
      this.events.set(queryHash, events);
    }
  }

  /** Observes the responses until the returned function is called. */
  observe(): () => void {
    return this.queryClient.getQueryCache().subscribe((change) => {
      const { queryHash, queryKey, state } = change.query as Query;
      if (change.type === "removed" || (change.type === "updated" && state.fetchStatus === "idle")) {
        const events = this.events.get(queryHash);
        this.events.delete(queryHash);
        if (events !== undefined && change.type === "updated" && change.action.type === "success") {
          this.apply(queryKey, events);
        }
      }
    });
  }

  private apply(queryKey: QueryKey, events: ReadonlyMap<string, TicketEvent>): void {
    if (events.size > MOST) {
      fetchAgain(this.queryClient, queryKey);
    } else {
      applyToResponse(this.queryClient, queryKey, events);
    }
  }
}
