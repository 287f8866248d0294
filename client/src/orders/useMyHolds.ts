import { useInfiniteQuery } from "@tanstack/react-query";
import { entriesOf, myOrders } from "../api/queries";
import { serverClock } from "../api/serverClock";
import type { Order } from "../api/types";
import { useJoined } from "../api/useJoined";
import { useSession } from "../session";
import { isHold } from "./isHold";

/** Returns the user's unpaid orders, the one that ends first at the front; the time of some may be over. */
export function useMyHolds(): Order[] {
  const { user } = useSession();
  const orders = useInfiniteQuery({ ...myOrders, enabled: user !== null });
  const entries = entriesOf(orders.data);
  const oldest = entries.at(-1);
  // the newest orders come first, so all older ones have ended with this one
  useJoined(orders, oldest !== undefined && Date.parse(oldest.expiresAt) > serverClock.now());
  return user === null ? [] : entries.filter(isHold).sort((a, b) => Date.parse(a.expiresAt) - Date.parse(b.expiresAt));
}
