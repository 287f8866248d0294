import { useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { call } from "../api/api";
import { NetworkError } from "../api/errors";
import { fetchNow } from "../api/fetchNow";
import { sendOnce } from "../api/idempotency";
import { order as orderQuery, paymentOf } from "../api/queries";
import { queryKeys } from "../api/queryKeys";
import { serverClock } from "../api/serverClock";
import { traceparent } from "../api/traceparent";
import type { Order, Receipt } from "../api/types";
import { useAction } from "../ui/useAction";

/** A token of Stripe's, or a payment method that Stripe's form has created. */
export type Source = { token: string } | { paymentMethodId: string };

/**
 * Has the buyer confirm the payment with the bank (3-D Secure). `confirmed`: the payment goes ahead. `away`: the buyer
 * continues on the bank's page. `rejected`: it does not go ahead, as far as the bank's form knows.
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

/** What is known about the money: nothing was taken, it may still be, it was, or nothing is known. */
export type Charged = "nothing" | "open" | "paid" | "unknown";

/**
 * Pays for an order. The order is complete once the orders service has applied the payment's event, so a payment stays
 * pending until then. An undecided payment (202) is polled by sending it again, which never charges twice. A payment that
 * was started before, by this page or another one, is shown as the service knows it: the outcome that the bank's page adds
 * to the address proves nothing.
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
      const { clientSecret } = await attempt(source);
      if (clientSecret === undefined) {
        return "pending";
      }
      switch (await confirmWithBank(clientSecret)) {
        case "confirmed":
          return "pending";
        case "away":
          return "away";
        case "rejected":
          if ((await fetchNow(queryClient, paymentOf(order.id))) === null) {
            throw new ConfirmationRejected();
          }
          return "away";
      }
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: orderQuery(order.id).queryKey }),
    onError: () => {
      void queryClient.invalidateQueries({ queryKey: paymentOf(order.id).queryKey });
    },
    onSuccess: () => {
      // what was loaded before the payment says that there is none
      void queryClient.resetQueries({ queryKey: paymentOf(order.id).queryKey });
      void queryClient.invalidateQueries({ queryKey: queryKeys.mine.orders });
      void queryClient.invalidateQueries({ queryKey: queryKeys.mine.receipts });
    },
  });

  /** Requests the payment. All requests of one click share a key, so that they start one attempt. */
  function attempt(source: Source) {
    const body = { ...source, orderId: order.id };
    const deadline = Date.parse(order.expiresAt) + GRACE;
    return sendOnce(`payment.${order.id}`, body, async (idempotencyKey) => {
      for (;;) {
        const { data, status } = await call("post", "/api/payments", {
          body,
          idempotencyKey,
          traceparent: traceparent(order.ticket.id),
        });
        if (status === 201 || data.clientSecret !== undefined || serverClock.now() > deadline) {
          return data;
        }
        setUndecided(true);
        await new Promise((resolve) => setTimeout(resolve, POLL_DELAY));
      }
    });
  }

  const stored = useQuery({
    ...paymentOf(order.id),
    enabled: order.status !== "complete" && order.status !== "refunded",
    refetchInterval: ({ state: { data } }) =>
      data === null || (data === undefined && !pay.isSuccess) ? false : POLL_DELAY,
  });
  const charged = chargedOf(stored.data);
  const [wasOpen, setWasOpen] = useState(returned);
  if (charged === "open" && !wasOpen) {
    setWasOpen(true);
  }

  const isAccepted = pay.data === "pending" && stored.data !== null;
  // the service decides later than it accepts
  const isRejected = pay.data === "pending" && stored.data === null;
  const needsBank = stored.data?.status === "action-required";
  const paid = isAccepted || charged === "paid" || (charged === "open" && !needsBank);
  const isChecking = returned && pay.isIdle && stored.isPending;
  return {
    pay: pay.mutate,
    isPending: pay.isPending,
    /** Whether a payment may still complete, even if the hold has ended meanwhile. */
    isWaiting: pay.isPending || paid || isChecking,
    isProcessing: paid || isChecking || (undecided && pay.isPending),
    /** Whether a payment waits for the buyer's bank. */
    needsBank: needsBank && !pay.isPending,
    charged: pay.isPending || (isAccepted && charged !== "paid") ? "open" : charged,
    error:
      pay.error ?? (isRejected ? new ConfirmationRejected() : pay.isIdle ? errorOf(stored, wasOpen, returned) : null),
  };
}

export type PaymentState = ReturnType<typeof usePayment>;

function chargedOf(payment: Receipt | null | undefined): Charged {
  switch (payment?.status) {
    case undefined:
      return payment === null ? "nothing" : "unknown";
    case "pending":
    case "action-required":
      return "open";
    default:
      return "paid";
  }
}

/** Returns why a payment that was started before this page was loaded has not been made, if that is known. */
function errorOf(stored: UseQueryResult<Receipt | null>, wasOpen: boolean, returned: boolean): Error | null {
  if (wasOpen && stored.data === null) {
    return new ConfirmationRejected();
  }
  return returned && stored.isError ? new NetworkError(stored.error) : null;
}

/** Returns whether the buyer comes from the bank's page, and removes its outcome from the address. */
function useReturnFromBank(): boolean {
  const [search, setSearch] = useSearchParams();
  const hasOutcome = search.has("redirect_status");
  const [returned] = useState(hasOutcome);
  useEffect(() => {
    if (hasOutcome) {
      setSearch({}, { replace: true });
    }
  }, [hasOutcome, setSearch]);
  return returned;
}
