import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { call } from "../api/api";
import { order as orderQuery } from "../api/queries";
import { queryKeys } from "../api/queryKeys";
import { serverClock } from "../api/serverClock";
import type { Order } from "../api/types";
import { useAction } from "../ui/useAction";

/** A token of Stripe's, or a payment method that Stripe's form has created. */
export type Source = { token: string } | { paymentMethodId: string };

/**
 * Has the buyer confirm the payment with the bank (3-D Secure). `confirmed`: the payment goes ahead. `away`: the buyer
 * continues on the bank's page, which returns the outcome in the address.
 */
export type ConfirmWithBank = (clientSecret: string) => Promise<"confirmed" | "rejected" | "away">;

/** The buyer or the bank did not confirm the payment. */
export class ConfirmationRejected extends Error {}

/** The payment needs a confirmation for which there is no page. */
export class ConfirmationUnavailable extends Error {}

/** Between two polls of an undecided payment. */
const POLL_DELAY = 2_000;
/** How long an undecided payment is polled after the hold has ended. */
const GRACE = 60_000;

/**
 * Pays for an order. The order is complete once the orders service has applied the payment's event, so a payment stays
 * pending until then. An undecided payment (202) is polled by sending it again, which never charges twice.
 */
export function usePayment(order: Order) {
  const queryClient = useQueryClient();
  const returned = useReturnFromBank();
  const [undecided, setUndecided] = useState(false);

  const pay = useAction({
    mutationFn: async ({
      source,
      confirmWithBank,
    }: {
      source: Source;
      confirmWithBank: ConfirmWithBank;
    }): Promise<"pending" | "away"> => {
      setUndecided(false);
      const deadline = Date.parse(order.expiresAt) + GRACE;
      for (;;) {
        const { data, status } = await call("post", "/api/payments", {
          body: { ...source, orderId: order.id },
        });
        if (status === 201) {
          return "pending";
        }
        if (data.clientSecret !== undefined) {
          const answer = await confirmWithBank(data.clientSecret);
          if (answer === "rejected") {
            throw new ConfirmationRejected();
          }
          return answer === "away" ? "away" : "pending";
        }
        if (serverClock.now() > deadline) {
          return "pending";
        }
        setUndecided(true);
        await new Promise((resolve) => setTimeout(resolve, POLL_DELAY));
      }
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: orderQuery(order.id).queryKey }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.mine.orders });
      void queryClient.invalidateQueries({ queryKey: queryKeys.mine.receipts });
    },
  });
  const paid = pay.data === "pending" || (pay.isIdle && returned === "succeeded");
  return {
    pay: pay.mutate,
    isPending: pay.isPending,
    /** Whether a payment may still complete, even if the hold has ended meanwhile. */
    isWaiting: pay.isPending || paid,
    paid,
    undecided: undecided && pay.isPending,
    error: pay.error ?? (pay.isIdle && returned === "failed" ? new ConfirmationRejected() : null),
  };
}

export type PaymentState = ReturnType<typeof usePayment>;

/** Returns the outcome from the bank's page and removes it from the address, so that a reload does not repeat it. */
function useReturnFromBank(): string | null {
  const [search, setSearch] = useSearchParams();
  const [outcome] = useState(() => search.get("redirect_status"));
  const hasOutcome = search.has("redirect_status");
  useEffect(() => {
    if (hasOutcome) {
      setSearch({}, { replace: true });
    }
  }, [hasOutcome, setSearch]);
  return outcome;
}
