import { queryOptions } from "@tanstack/react-query";
import { call, firstPage, follow } from "../api/api";
import { paged } from "../api/queries";
import { queryKeys } from "../api/queryKeys";
import { serverClock } from "../api/serverClock";
import type { Account } from "../api/types";

/** Two lists on one page. */
const USER_PAGE = 10;
/** Two accounts each, which one request names. */
const OVERDUE_PAGE = 25;

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

/** The deliveries of a ticket, of each of its sales, who has read them, and the time of this evidence. */
export const deliveryReads = (ticketId: string) =>
  queryOptions({
    queryKey: queryKeys.mine.deliveryReads(ticketId),
    queryFn: async ({ signal }) => {
      const { data } = await call("get", "/api/tickets/{id}/delivery/reads", { path: { id: ticketId }, signal });
      return { deliveries: data, at: new Date(serverClock.now()).toISOString() };
    },
  });
