import type { RouteObject } from "react-router";
import { TicketListPage } from "./TicketListPage";

/** The list is the only page that is part of the first download. */
export const publicTicketRoutes: RouteObject[] = [
  { index: true, element: <TicketListPage /> },
  { path: "tickets/:id", lazy: async () => ({ Component: (await import("./TicketPage")).TicketPage }) },
];

export const sellerRoutes: RouteObject[] = [
  { path: "sell", lazy: async () => ({ Component: (await import("./SellPage")).SellPage }) },
  { path: "tickets/:id/edit", lazy: async () => ({ Component: (await import("./EditPage")).EditPage }) },
  { path: "listings", lazy: async () => ({ Component: (await import("./ListingsPage")).ListingsPage }) },
];
