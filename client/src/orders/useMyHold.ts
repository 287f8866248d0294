import { useInfiniteQuery } from "@tanstack/react-query";
import { entriesOf, myOrders } from "../api/queries";
import type { Order, Ticket } from "../api/types";
import { useSession } from "../session";

export function isHold(order: Order): boolean {
  return order.status === "created" || order.status === "awaiting:payment";
}

/** Returns the user's own unpaid order that holds this ticket. */
export function useMyHold(ticket: Ticket): Order | undefined {
  const { user } = useSession();
  const orders = useInfiniteQuery({ ...myOrders, enabled: user !== null && ticket.orderId !== undefined });
  return entriesOf(orders.data).find((order) => order.id === ticket.orderId && isHold(order));
}
