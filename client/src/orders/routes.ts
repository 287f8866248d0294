import type { RouteObject } from "react-router";

export const orderRoutes: RouteObject[] = [
  { path: "orders", lazy: async () => ({ Component: (await import("./OrdersPage")).OrdersPage }) },
  { path: "orders/:id", lazy: async () => ({ Component: (await import("./CheckoutPage")).CheckoutPage }) },
];
