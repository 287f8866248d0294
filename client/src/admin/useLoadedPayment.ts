import { useQuery } from "@tanstack/react-query";
import { paymentOf } from "../api/queries";
import type { Receipt } from "../api/types";
import { POLL_INTERVAL } from "../live";

/** Returns the payment of an order once something has loaded it, and keeps it up to date. */
export function useLoadedPayment(orderId: string): Receipt | null | undefined {
  return useQuery({
    ...paymentOf(orderId),
    enabled: ({ state }) => state.data !== undefined,
    refetchInterval: ({ state }) => (state.data?.status === "refunding" ? POLL_INTERVAL : false),
  }).data;
}
