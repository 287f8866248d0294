import type { QueryClient } from "@tanstack/react-query";
import { entriesOf, myOrders, type Pages, ticket as ticketQuery } from "../api/queries";
import type { Order, Ticket } from "../api/types";

/** A ticket as the list shows it: one that has left the list stays where it was, and is marked. */
export interface ListedTicket extends Ticket {
  gone?: boolean;
}

export function isTaken(ticket: ListedTicket): boolean {
  return ticket.orderId !== undefined || ticket.gone === true;
}

/** Puts a ticket's new state wherever the ticket is shown; what is newer already stays. */
export function applyTicket(queryClient: QueryClient, ticket: Ticket): void {
  const before = queryClient.getQueryData<Ticket>(ticketQuery(ticket.id).queryKey);
  queryClient.setQueryData<Ticket>(ticketQuery(ticket.id).queryKey, (old) => old && newer(old, ticket));
  for (const queryKey of [
    ["tickets", "list"],
    ["mine", "tickets"],
  ]) {
    queryClient.setQueriesData<Pages<ListedTicket>>({ queryKey }, (pages) => pages && replaced(pages, ticket));
  }
  if (before === undefined || before.version < ticket.version) {
    refreshOrdersOf(queryClient, ticket.id);
  }
}

/** A ticket that left the list without a new state; whoever looks at it alone is told by the server what it is now. */
export function applyHidden(queryClient: QueryClient, ticketId: string): void {
  queryClient.setQueriesData<Pages<ListedTicket>>(
    { queryKey: ["tickets", "list"] },
    (pages) => pages && mapTickets(pages, (shown) => (shown.id === ticketId ? { ...shown, gone: true } : shown)),
  );
  void queryClient.invalidateQueries({ queryKey: ticketQuery(ticketId).queryKey });
}

/** The newest tickets, asked for because no stream tells of changes: what is shown and not among them has been taken. */
export function applyNewest(queryClient: QueryClient, q: string, newest: Ticket[], complete: boolean): void {
  const listed = new Map(newest.map((ticket) => [ticket.id, ticket]));
  const oldest = newest.at(-1)?.id ?? "";
  queryClient.setQueryData<Pages<ListedTicket>>(["tickets", "list", q], (pages) =>
    pages === undefined
      ? undefined
      : mapTickets(pages, (shown) => {
          const now = listed.get(shown.id);
          if (now !== undefined) {
            return newer(shown, now);
          }
          return complete || shown.id >= oldest ? { ...shown, gone: true } : shown;
        }),
  );
}

/** A ticket that is taken or free again tells of an order; only those on a ticket of this person's concern the page. */
function refreshOrdersOf(queryClient: QueryClient, ticketId: string): void {
  for (const [queryKey, order] of queryClient.getQueriesData<Order>({ queryKey: ["mine", "order"] })) {
    if (order?.ticket.id === ticketId) {
      void queryClient.invalidateQueries({ queryKey });
    }
  }
  const orders = queryClient.getQueryData<Pages<Order>>(myOrders.queryKey);
  if (entriesOf(orders).some((order) => order.ticket.id === ticketId)) {
    void queryClient.invalidateQueries({ queryKey: myOrders.queryKey });
  }
}

function replaced(pages: Pages<ListedTicket>, ticket: Ticket): Pages<ListedTicket> {
  return mapTickets(pages, (shown) => (shown.id === ticket.id ? newer(shown, ticket) : shown));
}

function newer(shown: ListedTicket, ticket: Ticket): ListedTicket {
  const isNews = ticket.version > shown.version || (ticket.version === shown.version && shown.gone === true);
  return isNews ? ticket : shown;
}

/** Keeps the identity of what does not change, so that only changed entries are drawn again. */
function mapTickets(pages: Pages<ListedTicket>, change: (ticket: ListedTicket) => ListedTicket): Pages<ListedTicket> {
  const next = pages.pages.map((page) => {
    const data = page.data.map(change);
    return data.every((ticket, index) => ticket === page.data[index]) ? page : { ...page, data };
  });
  return next.every((page, index) => page === pages.pages[index]) ? pages : { ...pages, pages: next };
}
