import type { QueryClient } from "@tanstack/react-query";
import { entriesOf, myOrders, type Pages } from "../api/queries";
import { queryKeys } from "../api/queryKeys";
import type { Order } from "../api/types";

/** Fetches the user's orders for a ticket again: a ticket changes its state with its order. */
export function refreshOrdersOf(queryClient: QueryClient, ticketId: string): void {
  for (const [queryKey, order] of queryClient.getQueriesData<Order>({ queryKey: queryKeys.mine.singleOrders })) {
    if (order?.ticket.id === ticketId) {
      void queryClient.invalidateQueries({ queryKey });
    }
  }
  const orders = queryClient.getQueryData<Pages<Order>>(myOrders.queryKey);
  if (entriesOf(orders).some((order) => order.ticket.id === ticketId)) {
    void queryClient.invalidateQueries({ queryKey: myOrders.queryKey });
  }
}
