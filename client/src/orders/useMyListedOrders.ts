import { useInfiniteQuery } from "@tanstack/react-query";
import { entriesOf, myOrders } from "../api/queries";
import type { Order } from "../api/types";
import { useSession } from "../session";

/** Returns the user's orders of the loaded list pages, by order id. */
export function useMyListedOrders(): ReadonlyMap<string, Order> {
  const { user } = useSession();
  const orders = useInfiniteQuery({ ...myOrders, enabled: user !== null });
  return new Map(user === null ? [] : entriesOf(orders.data).map((order) => [order.id, order]));
}
