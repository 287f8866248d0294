import { type InfiniteData, infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call, firstPage, follow } from "./api";
import type { Answer } from "./client";
import { queryKeys } from "./queryKeys";

export type Pages<T> = InfiniteData<Answer<T[]>, string>;

/** A keyset-paged list: each page carries the address of the next one. */
function paged<T>(
  queryKey: readonly string[],
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
/** The maximum page size of the services. */
const LONGEST_PAGE = 200;

const searchFor = (q: string) => (q === "" ? {} : { q });

export const ticketList = (q: string) => ({
  ...paged(
    queryKeys.tickets.list(q),
    firstPage("/api/tickets", { ...searchFor(q), limit: LIST_PAGE }),
    (address, signal) => follow("/api/tickets", address, signal),
  ),
  staleTime: 30_000,
  refetchOnWindowFocus: false,
});

export const newestTickets = (q: string) =>
  queryOptions({
    queryKey: queryKeys.newestTickets(q),
    queryFn: ({ signal }) => call("get", "/api/tickets", { query: { ...searchFor(q), limit: LONGEST_PAGE }, signal }),
  });

export const ticket = (id: string) =>
  queryOptions({
    queryKey: queryKeys.tickets.one(id),
    queryFn: async ({ signal }) => (await call("get", "/api/tickets/{id}", { path: { id }, signal })).data,
  });

export const myTickets = paged(
  queryKeys.mine.tickets,
  firstPage("/api/tickets/mine", { limit: LONGEST_PAGE }),
  (address, signal) => follow("/api/tickets/mine", address, signal),
);

export const myOrders = paged(queryKeys.mine.orders, firstPage("/api/orders", {}), (address, signal) =>
  follow("/api/orders", address, signal),
);

export const order = (id: string) =>
  queryOptions({
    queryKey: queryKeys.mine.order(id),
    queryFn: async ({ signal }) => (await call("get", "/api/orders/{id}", { path: { id }, signal })).data,
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

export const devices = queryOptions({
  queryKey: queryKeys.mine.devices,
  queryFn: async ({ signal }) => (await call("get", "/api/users/sessions", { signal })).data,
});

export const accounts = (email: string) =>
  paged(queryKeys.mine.accounts(email), firstPage("/api/users", email === "" ? {} : { email }), (address, signal) =>
    follow("/api/users", address, signal),
  );

export const audit = paged(queryKeys.mine.audit, firstPage("/api/users/audit", {}), (address, signal) =>
  follow("/api/users/audit", address, signal),
);
