import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { entriesOf, myOrders, order as orderQuery } from "../api/queries";
import type { Order, Ticket } from "../api/types";
import { useSession } from "../session";

/**
 * Returns the user's own order that holds or has bought this ticket: null if it is another user's, undefined while that
 * is unknown. The order is nearly always on the first page of the user's orders. With more pages, the service is asked: it
 * rejects other users' orders.
 */
export function useMyOrder({ orderId = "" }: Ticket): Order | null | undefined {
  const { user, pending } = useSession();
  const enabled = user !== null && orderId !== "";
  const orders = useInfiniteQuery({ ...myOrders, enabled });
  const listed = entriesOf(orders.data).find(({ id }) => id === orderId);
  const asks = enabled && orders.hasNextPage && listed === undefined;
  const asked = useQuery({ ...orderQuery(orderId), enabled: asks, staleTime: Number.POSITIVE_INFINITY });
  if (orderId === "" || (user === null && !pending)) {
    return null;
  }
  if (listed !== undefined) {
    return listed;
  }
  const source = asks ? asked : orders;
  return asked.data ?? (pending || source.isPending ? undefined : null);
}
