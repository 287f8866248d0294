import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { call } from "../api/api";
import { order as orderQuery } from "../api/queries";
import { queryKeys } from "../api/queryKeys";
import { serverClock } from "../api/serverClock";
import type { Order } from "../api/types";

/** What pays: a token of Stripe's, or a payment method that its form has made. */
export type Source = { token: string } | { paymentMethodId: string };

/**
 * The bank wants the person. Confirmed: the money is taken. Away: the person goes to the bank's own page, and what it
 * says comes with the way back from there.
 */
export type ConfirmWithBank = (clientSecret: string) => Promise<"confirmed" | "refused" | "away">;

/** The person, or the bank, did not confirm. */
export class ConfirmationRefused extends Error {}

/** There is nowhere to confirm. */
export class ConfirmationUnavailable extends Error {}

const PAUSE = 2_000;
/** After the hold an undecided payment ends with the order, and asking is of no use. */
const GRACE = 60_000;

/**
 * Pays for an order. A payment that is made is waited for on the order, which learns of it by an event; one that is
 * undecided is asked for again, which pays nothing twice.
 */
export function usePayment(order: Order) {
  const queryClient = useQueryClient();
  const returned = useReturnFromBank();
  const [undecided, setUndecided] = useState(false);

  const pay = useMutation({
    mutationFn: async ({
      source,
      confirmWithBank,
    }: {
      source: Source;
      confirmWithBank: ConfirmWithBank;
    }): Promise<"under way" | "away"> => {
      setUndecided(false);
      const giveUp = Date.parse(order.expiresAt) + GRACE;
      for (;;) {
        const { data, status } = await call("post", "/api/payments", {
          body: { ...source, orderId: order.id },
        });
        if (status === 201) {
          return "under way";
        }
        if (data.clientSecret !== undefined) {
          const answer = await confirmWithBank(data.clientSecret);
          if (answer === "refused") {
            throw new ConfirmationRefused();
          }
          return answer === "away" ? "away" : "under way";
        }
        if (serverClock.now() > giveUp) {
          return "under way";
        }
        setUndecided(true);
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: orderQuery(order.id).queryKey }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.mine.orders });
      void queryClient.invalidateQueries({ queryKey: queryKeys.mine.receipts });
    },
  });
  const paid = pay.data === "under way" || (pay.isIdle && returned === "succeeded");
  return {
    pay: pay.mutate,
    isPending: pay.isPending,
    /** Whether money is under way, so that the hold's end is not the last word. */
    isWaiting: pay.isPending || paid,
    paid,
    undecided: undecided && pay.isPending,
    error: pay.error ?? (pay.isIdle && returned === "failed" ? new ConfirmationRefused() : null),
  };
}

export type PaymentState = ReturnType<typeof usePayment>;

/** What the bank's page says when it sends the person back; it is taken off the address, which may be loaded again. */
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
