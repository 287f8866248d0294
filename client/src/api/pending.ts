import type { paths as OrdersPaths } from "./generated/orders";
import type { paths as TicketsPaths } from "./generated/tickets";

type Own = TicketsPaths["/api/tickets/mine"]["get"];
type Listing = Own["responses"][200]["content"]["application/json"][number];
type Orders = OrdersPaths["/api/orders"]["get"];
type Order = Orders["responses"][200]["content"]["application/json"][number];
interface Paged {
  query?: { after?: string; limit?: number };
}
interface Ok<T> {
  responses: { 200: { content: { "application/json": T } } };
}

export interface PendingPaths {
  "/api/tickets/sellers/{id}": { get: { parameters: Paged & { path: { id: string } } } & Ok<Listing[]> };
  "/api/tickets/deliveries/overdue": {
    get: { parameters: Paged } & Ok<(Listing & { buyerId?: string })[]>;
  };
  "/api/tickets/{id}/delivery/reads": {
    get: { parameters: { path: { id: string } } } & Ok<
      {
        kind: "code" | "link" | "file";
        givenAt: string;
        current: boolean;
        orderId?: string;
        givenBeforeSale?: boolean;
        reads: { at: string; userId: string }[];
      }[]
    >;
  };
  "/api/orders/buyers/{id}": {
    get: { parameters: Paged & { path: { id: string } } } & Ok<(Order & { usedAt?: string })[]>;
  };
  "/api/users": { get: { parameters: { query?: { id?: string[] } } } };
}
