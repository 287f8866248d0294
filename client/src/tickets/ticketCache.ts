import type { QueryClient } from "@tanstack/react-query";
import { fetchAgain } from "../api/fetchAgain";
import { type Pages, type SearchQuery, ticket as ticketQuery } from "../api/queries";
import { queryKeys } from "../api/queryKeys";
import type { Ticket } from "../api/types";
import { refreshOrdersOf } from "../orders";

/** A ticket in the list; one that leaves the list while it is shown keeps its place and is marked as gone. */
export interface ListedTicket extends Ticket {
  gone?: boolean;
}

/** Whether the ticket is held, sold or no longer for sale. */
export function isUnavailable(ticket: ListedTicket): boolean {
  return ticket.orderId !== undefined || ticket.gone === true;
}

/** Applies a ticket's state wherever the ticket is cached, unless the cached version is newer. */
export function applyTicket(queryClient: QueryClient, ticket: Ticket): void {
  const { queryKey } = ticketQuery(ticket.id);
  const before = queryClient.getQueryData<Ticket>(queryKey);
  queryClient.setQueryData<Ticket>(queryKey, (old) => old && onlyIfChanged(old, newer(old, ticket)));
  for (const lists of [queryKeys.tickets.lists, queryKeys.mine.tickets]) {
    queryClient.setQueriesData<Pages<ListedTicket>>(
      { queryKey: lists },
      (pages) => pages && changeTickets(pages, (shown) => (shown.id === ticket.id ? newer(shown, ticket) : shown)),
    );
  }
  if (before === undefined || before.version < ticket.version) {
    refreshOrdersOf(queryClient, ticket.id);
  }
}

/**
 * Applies a ticket's state from the event stream, which has no descriptions. After an edit the ticket's own page fetches
 * the description again.
 */
export function applyEvent(queryClient: QueryClient, event: Ticket): void {
  const { queryKey } = ticketQuery(event.id);
  const before = queryClient.getQueryData<Ticket>(queryKey);
  applyTicket(queryClient, before?.description === undefined ? event : { ...event, description: before.description });
  const isEdit = before?.orderId === undefined && event.orderId === undefined;
  if (before !== undefined && before.version < event.version && isEdit) {
    void queryClient.invalidateQueries({ queryKey });
  }
}

/** Marks a ticket that is no longer for sale; the event carries no state, so its own page fetches it again. */
export function applyHidden(queryClient: QueryClient, ticketId: string): void {
  markAsGone(queryClient, ticketId);
  fetchAgain(queryClient, queryKeys.tickets.one(ticketId));
}

export function markAsGone(queryClient: QueryClient, ticketId: string): void {
  queryClient.setQueriesData<Pages<ListedTicket>>(
    { queryKey: queryKeys.tickets.lists },
    (pages) => pages && changeTickets(pages, (shown) => (shown.id === ticketId ? { ...shown, gone: true } : shown)),
  );
}

/** Applies the newest tickets, polled while there is no event stream; a listed ticket missing from them is gone. */
export function applyNewest(queryClient: QueryClient, search: SearchQuery, newest: Ticket[], complete: boolean): void {
  const listed = new Map(newest.map((ticket) => [ticket.id, ticket]));
  // in another order than that of the ids, an unlisted ticket may follow further down
  const oldest = search["sort"] === undefined ? (newest.at(-1)?.id ?? "") : "\uffff";
  queryClient.setQueryData<Pages<ListedTicket>>(
    queryKeys.tickets.list(search),
    (pages) =>
      pages &&
      changeTickets(pages, (shown) => {
        const now = listed.get(shown.id);
        if (now !== undefined) {
          return newer(shown, now);
        }
        return complete || shown.id >= oldest ? { ...shown, gone: true } : shown;
      }),
  );
}

function newer(shown: ListedTicket, ticket: Ticket): ListedTicket {
  const isNewer = ticket.version > shown.version || (ticket.version === shown.version && shown.gone === true);
  return isNewer ? ticket : shown;
}

/** Returns undefined if nothing has changed: writing would mark the query as fresh. */
function onlyIfChanged<T>(before: T, after: T): T | undefined {
  return after === before ? undefined : after;
}

/** Keeps the identity of unchanged entries, so that React renders only the changed ones. */
function changeTickets(
  pages: Pages<ListedTicket>,
  change: (ticket: ListedTicket) => ListedTicket,
): Pages<ListedTicket> | undefined {
  const next = pages.pages.map((page) => {
    const data = page.data.map(change);
    return data.every((ticket, index) => ticket === page.data[index]) ? page : { ...page, data };
  });
  return next.every((page, index) => page === pages.pages[index]) ? undefined : { ...pages, pages: next };
}
