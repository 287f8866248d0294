import type { RouteObject } from "react-router";
import { lazyPage } from "../ui/lazyPage";

export const orderRoutes: RouteObject[] = [
  {
    path: "orders",
    ...lazyPage(
      () => import("./OrdersPage"),
      ({ OrdersPage }) => OrdersPage,
    ),
  },
  {
    path: "orders/:id",
    ...lazyPage(
      () => import("./CheckoutPage"),
      ({ CheckoutPage }) => CheckoutPage,
    ),
  },
  {
    path: "orders/:id/receipt",
    ...lazyPage(
      () => import("./ReceiptPage"),
      ({ ReceiptPage }) => ReceiptPage,
    ),
  },
];
