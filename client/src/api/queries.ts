import { type InfiniteData, infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { type Answer, get, request } from "./client";
import type { Account, AuditEntry, Device, Order, PaymentConfig, Receipt, Ticket } from "./types";

/** Who asks for what, and under which key it is kept. */

export type Pages<T> = InfiniteData<Answer<T[]>, string>;

/** A keyset-paged list: each page names the next one. */
function paged<T>(queryKey: readonly string[], first: string) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => request<T[]>(pageParam, { signal }),
    initialPageParam: first,
    getNextPageParam: (page: Answer<T[]>) => page.next,
  });
}

export function entriesOf<T>(pages: { pages: Answer<T[]>[] } | undefined): T[] {
  return pages?.pages.flatMap((page) => page.data) ?? [];
}

export const LIST_PAGE = 24;

export const ticketList = (q: string) => {
  const search = new URLSearchParams({ ...(q === "" ? {} : { q }), limit: String(LIST_PAGE) });
  return {
    ...paged<Ticket>(["tickets", "list", q], `/api/tickets?${search}`),
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  };
};

export const ticket = (id: string) =>
  queryOptions({
    queryKey: ["tickets", "one", id],
    queryFn: ({ signal }) => get<Ticket>(`/api/tickets/${encodeURIComponent(id)}`, signal),
  });

export const myTickets = paged<Ticket>(["mine", "tickets"], "/api/tickets/mine?limit=200");

export const myOrders = paged<Order>(["mine", "orders"], "/api/orders");

export const order = (id: string) =>
  queryOptions({
    queryKey: ["mine", "order", id],
    queryFn: ({ signal }) => get<Order>(`/api/orders/${encodeURIComponent(id)}`, signal),
  });

export const receipts = paged<Receipt>(["mine", "receipts"], "/api/payments");

export const sales = paged<Receipt>(["mine", "sales"], "/api/payments?sold=true");

export const paymentConfig = queryOptions({
  queryKey: ["payment-config"],
  queryFn: ({ signal }) => get<PaymentConfig>("/api/payments/config", signal),
  staleTime: Number.POSITIVE_INFINITY,
});

export const devices = queryOptions({
  queryKey: ["mine", "devices"],
  queryFn: ({ signal }) => get<Device[]>("/api/users/sessions", signal),
});

export const accounts = (email: string) =>
  paged<Account>(["mine", "accounts", email], `/api/users${email === "" ? "" : `?${new URLSearchParams({ email })}`}`);

export const audit = paged<AuditEntry>(["mine", "audit"], "/api/users/audit");
