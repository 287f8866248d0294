import { queryOptions } from "@tanstack/react-query";
import { call, firstPage, follow } from "../api/api";
import { LONGEST_PAGE, paged } from "../api/queries";
import { queryKeys } from "../api/queryKeys";
import { serverClock } from "../api/serverClock";
import type { Account } from "../api/types";
import type { RecordedEvidence } from "./useEvidence";

/** Two lists on one page. */
const USER_PAGE = 10;
/** Two accounts each, which one request names. */
const OVERDUE_PAGE = 25;
/** The pages of a buyer's orders that are searched for one order. */
const SEARCHED_PAGES = 20;
/** The number of orders on these pages. */
export const SEARCHED_ORDERS = SEARCHED_PAGES * LONGEST_PAGE;

export const accounts = (email: string) =>
  paged(queryKeys.mine.accounts(email), firstPage("/api/users", email === "" ? {} : { email }), (address, signal) =>
    follow("/api/users", address, signal),
  );

export const audit = paged(queryKeys.mine.audit, firstPage("/api/users/audit", {}), (address, signal) =>
  follow("/api/users/audit", address, signal),
);

/** The accounts with these ids, in no order; an id without an account is left out. */
export const accountsOf = (ids: readonly string[]) => {
  const distinct = [...new Set(ids)].sort();
  return queryOptions({
    queryKey: queryKeys.mine.accountsOf(distinct),
    queryFn: async ({ signal }): Promise<Account[]> =>
      (await call("get", "/api/users", { query: { id: distinct }, signal })).data,
    enabled: distinct.length > 0,
  });
};

export const listingsOf = (sellerId: string) =>
  paged(
    queryKeys.mine.listingsOf(sellerId),
    firstPage("/api/tickets/sellers/{id}", { limit: USER_PAGE }, { id: sellerId }),
    (address, signal) => follow("/api/tickets/sellers/{id}", address, signal),
  );

export const ordersOf = (buyerId: string) =>
  paged(
    queryKeys.mine.ordersOf(buyerId),
    firstPage("/api/orders/buyers/{id}", { limit: USER_PAGE }, { id: buyerId }),
    (address, signal) => follow("/api/orders/buyers/{id}", address, signal),
  );

export const overdueDeliveries = paged(
  queryKeys.mine.overdueDeliveries,
  firstPage("/api/tickets/deliveries/overdue", { limit: OVERDUE_PAGE }),
  (address, signal) => follow("/api/tickets/deliveries/overdue", address, signal),
);

/**
 * What is recorded about an order. The order is searched among the newest ones of its buyer: "not-found" if the buyer does
 * not have it, "too-many" if it may be an older one.
 */
export const evidenceOf = (buyerId: string, orderId: string) =>
  queryOptions({
    queryKey: queryKeys.mine.evidence(buyerId, orderId),
    queryFn: async ({ signal }): Promise<RecordedEvidence | "not-found" | "too-many"> => {
      // before the first request, so that nothing shown is older
      const at = new Date(serverClock.now()).toISOString();
      const order = await findOrder(buyerId, orderId, signal);
      if (typeof order === "string") {
        return order;
      }
      const [deliveries, payments] = await Promise.all([
        call("get", "/api/tickets/{id}/delivery/reads", { path: { id: order.ticket.id }, signal }),
        call("get", "/api/payments", { query: { orderId }, signal }),
      ]);
      return {
        order,
        // a ticket that was sold again has deliveries of other orders
        deliveries: deliveries.data.filter((each) => each.orderId === orderId),
        receipt: payments.data[0],
        at,
      };
    },
  });

async function findOrder(buyerId: string, orderId: string, signal: AbortSignal) {
  let address = firstPage("/api/orders/buyers/{id}", { limit: LONGEST_PAGE }, { id: buyerId });
  for (let page = 0; page < SEARCHED_PAGES; page++) {
    const { data, next } = await follow("/api/orders/buyers/{id}", address, signal);
    const order = data.find(({ id }) => id === orderId);
    if (order !== undefined) {
      return order;
    }
    if (next === undefined) {
      return "not-found";
    }
    address = next;
  }
  return "too-many";
}
