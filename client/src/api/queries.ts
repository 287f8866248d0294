import { type InfiniteData, infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call, firstPage, follow } from "./api";
import type { Answer } from "./client";

/** Who asks for what, and under which key it is kept. */

export type Pages<T> = InfiniteData<Answer<T[]>, string>;

/** A keyset-paged list: each page names the next one. */
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

/** A round number of rows of cards. */
const LIST_PAGE = 24;
const LONGEST_PAGE = 200;

const words = (q: string) => (q === "" ? {} : { q });

export const ticketList = (q: string) => ({
  ...paged(["tickets", "list", q], firstPage("/api/tickets", { ...words(q), limit: LIST_PAGE }), (address, signal) =>
    follow("/api/tickets", address, signal),
  ),
  staleTime: 30_000,
  refetchOnWindowFocus: false,
});

export const newestTickets = (q: string) =>
  queryOptions({
    queryKey: ["newest", q],
    queryFn: ({ signal }) => call("get", "/api/tickets", { query: { ...words(q), limit: LONGEST_PAGE }, signal }),
  });

export const ticket = (id: string) =>
  queryOptions({
    queryKey: ["tickets", "one", id],
    queryFn: async ({ signal }) => (await call("get", "/api/tickets/{id}", { path: { id }, signal })).data,
  });

export const myTickets = paged(
  ["mine", "tickets"],
  firstPage("/api/tickets/mine", { limit: LONGEST_PAGE }),
  (address, signal) => follow("/api/tickets/mine", address, signal),
);

export const myOrders = paged(["mine", "orders"], firstPage("/api/orders", {}), (address, signal) =>
  follow("/api/orders", address, signal),
);

export const order = (id: string) =>
  queryOptions({
    queryKey: ["mine", "order", id],
    queryFn: async ({ signal }) => (await call("get", "/api/orders/{id}", { path: { id }, signal })).data,
  });

export const receipts = paged(["mine", "receipts"], firstPage("/api/payments", {}), (address, signal) =>
  follow("/api/payments", address, signal),
);

export const sales = paged(["mine", "sales"], firstPage("/api/payments", { sold: true }), (address, signal) =>
  follow("/api/payments", address, signal),
);

export const paymentConfig = queryOptions({
  queryKey: ["payment-config"],
  queryFn: async ({ signal }) => (await call("get", "/api/payments/config", { signal })).data,
  staleTime: Number.POSITIVE_INFINITY,
});

export const devices = queryOptions({
  queryKey: ["mine", "devices"],
  queryFn: async ({ signal }) => (await call("get", "/api/users/sessions", { signal })).data,
});

export const accounts = (email: string) =>
  paged(["mine", "accounts", email], firstPage("/api/users", email === "" ? {} : { email }), (address, signal) =>
    follow("/api/users", address, signal),
  );

export const audit = paged(["mine", "audit"], firstPage("/api/users/audit", {}), (address, signal) =>
  follow("/api/users/audit", address, signal),
);
