import type { RouteObject } from "react-router";
import { lazyPage } from "../ui/lazyPage";
import { TicketListPage } from "./TicketListPage";

/** The list is the only page that is part of the first download. */
export const publicTicketRoutes: RouteObject[] = [
  { index: true, element: <TicketListPage /> },
  {
    path: "tickets/:id",
    ...lazyPage(
      () => import("./TicketPage"),
      ({ TicketPage }) => TicketPage,
    ),
  },
];

export const sellerRoutes: RouteObject[] = [
  {
    path: "sell",
    ...lazyPage(
      () => import("./SellPage"),
      ({ SellPage }) => SellPage,
    ),
  },
  {
    path: "tickets/:id/edit",
    ...lazyPage(
      () => import("./EditPage"),
      ({ EditPage }) => EditPage,
    ),
  },
  {
    path: "listings",
    ...lazyPage(
      () => import("./ListingsPage"),
      ({ ListingsPage }) => ListingsPage,
    ),
  },
];
