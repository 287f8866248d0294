import { useQuery } from "@tanstack/react-query";
import { paymentOf } from "../api/queries";
import type { Receipt } from "../api/types";

/** Each poll of a row is a request that payments logs, and a refund takes a while. */
const REFUND_POLL_INTERVAL = 30_000;

/** Returns the payment of an order once something has loaded it, and keeps it up to date. */
export function useLoadedPayment(orderId: string): Receipt | null | undefined {
  return useQuery({
    ...paymentOf(orderId),
    enabled: ({ state }) => state.data !== undefined,
    refetchInterval: ({ state }) => (state.data?.status === "refunding" ? REFUND_POLL_INTERVAL : false),
  }).data;
}
