import { type InfiniteData, infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call, firstPage, follow } from "./api";
import type { Answer } from "./client";
import { isStatus } from "./errors";
import { queryKeys } from "./queryKeys";
import type { Delivery, ListingTotals } from "./types";

export type Pages<T> = InfiniteData<Answer<T[]>, string>;

/** A keyset-paged list: each page carries the address of the next one. */
export function paged<T>(
  queryKey: readonly unknown[],
  first: string,
  page: (address: string, signal: AbortSignal) => Promise<Answer<T[]>>,
) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => page(pageParam, signal),
    initialPageParam: first,
    getNextPageParam: ({ next }: Answer<T[]>) => next,
  });
}

export function entriesOf<T>(pages: { pages: Answer<T[]>[] } | undefined): T[] {
  return pages?.pages.flatMap((page) => page.data) ?? [];
}

/** Divisible by 2, 3 and 4, the usual numbers of columns. */
const LIST_PAGE = 24;
const LISTINGS_PAGE = 50;
/** The maximum page size of the services. */
export const LONGEST_PAGE = 200;

/** The parameters of a search, by the names of the service. */
export type SearchQuery = Readonly<Record<string, string>>;

export const ticketList = (search: SearchQuery) => ({
  ...paged(
    queryKeys.tickets.list(search),
    firstPage("/api/tickets", { ...search, limit: LIST_PAGE }),
    (address, signal) => follow("/api/tickets", address, signal),
  ),
  staleTime: 30_000,
  refetchOnWindowFocus: false,
});

export const newestTickets = (search: SearchQuery) =>
  queryOptions({
    queryKey: queryKeys.newestTickets(search),
    queryFn: ({ signal }) => call("get", "/api/tickets", { query: { ...search, limit: LONGEST_PAGE }, signal }),
  });

export const ticket = (id: string) =>
  queryOptions({
    queryKey: queryKeys.tickets.one(id),
    queryFn: async ({ signal }) => (await call("get", "/api/tickets/{id}", { path: { id }, signal })).data,
  });

/** Right after a payment, the tickets service may not know the sale yet: until then, the delivery is awaited. */
export const delivery = (ticketId: string) =>
  queryOptions({
    queryKey: queryKeys.mine.delivery(ticketId),
    queryFn: async ({ signal }): Promise<Delivery> => {
      try {
        return (await call("get", "/api/tickets/{id}/delivery", { path: { id: ticketId }, signal })).data;
      } catch (error) {
        if (isStatus(error, 404)) {
          return { state: "awaited" };
        }
        throw error;
      }
    },
  });

export const myTickets = paged(
  queryKeys.mine.tickets,
  firstPage("/api/tickets/mine", { limit: LONGEST_PAGE }),
  (address, signal) => follow("/api/tickets/mine", address, signal),
);

/** The lists in which sellers find their tickets. */
export type ListingGroup = keyof ListingTotals;

export const listings = (status: ListingGroup) =>
  paged(
    queryKeys.mine.listings(status),
    firstPage("/api/tickets/mine", { status, limit: LISTINGS_PAGE }),
    (address, signal) => follow("/api/tickets/mine", address, signal),
  );

export const listingTotals = queryOptions({
  queryKey: queryKeys.mine.totals,
  queryFn: async ({ signal }) => (await call("get", "/api/tickets/mine/totals", { signal })).data,
});

export const myOrders = paged(queryKeys.mine.orders, firstPage("/api/orders", {}), (address, signal) =>
  follow("/api/orders", address, signal),
);

export const order = (id: string) =>
  queryOptions({
    queryKey: queryKeys.mine.order(id),
    queryFn: async ({ signal }) => (await call("get", "/api/orders/{id}", { path: { id }, signal })).data,
  });

/** The payment of an order if money was taken, or may still be; otherwise null. */
export const paymentOf = (orderId: string) =>
  queryOptions({
    queryKey: queryKeys.mine.payment(orderId),
    queryFn: async ({ signal }) => (await call("get", "/api/payments", { query: { orderId }, signal })).data[0] ?? null,
  });

export const receipts = paged(queryKeys.mine.receipts, firstPage("/api/payments", {}), (address, signal) =>
  follow("/api/payments", address, signal),
);

export const sales = paged(
  queryKeys.mine.sales,
  firstPage("/api/payments", { sold: true, limit: LONGEST_PAGE }),
  (address, signal) => follow("/api/payments", address, signal),
);

export const paymentConfig = queryOptions({
  queryKey: queryKeys.paymentConfig,
  queryFn: async ({ signal }) => (await call("get", "/api/payments/config", { signal })).data,
  staleTime: Number.POSITIVE_INFINITY,
});

export const mailConfig = queryOptions({
  queryKey: queryKeys.mailConfig,
  queryFn: async ({ signal }) => (await call("get", "/api/users/config", { signal })).data,
  staleTime: Number.POSITIVE_INFINITY,
});

export const devices = queryOptions({
  queryKey: queryKeys.mine.devices,
  queryFn: async ({ signal }) => (await call("get", "/api/users/sessions", { signal })).data,
});
