import { createBrowserRouter, type RouteObject } from "react-router";
import { CrashPage } from "./CrashPage";
import { Layout } from "./Layout";
import { RequireSignIn } from "./session/RequireSignIn";
import { TicketListPage } from "./tickets/TicketListPage";
import { NotFound } from "./ui/NotFound";
import { PageSkeleton } from "./ui/Skeleton";

/** All but the list is loaded when somebody goes there. */
export const routes: RouteObject[] = [
  {
    element: <Layout />,
    HydrateFallback: PageSkeleton,
    children: [
      {
        errorElement: <CrashPage />,
        children: [
          { index: true, element: <TicketListPage /> },
          {
            path: "tickets/:id",
            lazy: async () => ({ Component: (await import("./tickets/TicketPage")).TicketPage }),
          },
          {
            path: "signin",
            lazy: async () => ({ Component: (await import("./session/SignInPage")).SignInPage }),
          },
          {
            path: "signup",
            lazy: async () => ({ Component: (await import("./session/SignUpPage")).SignUpPage }),
          },
          {
            element: <RequireSignIn />,
            children: [
              {
                path: "sell",
                lazy: async () => ({ Component: (await import("./tickets/SellPage")).SellPage }),
              },
              {
                path: "tickets/:id/edit",
                lazy: async () => ({ Component: (await import("./tickets/EditPage")).EditPage }),
              },
              {
                path: "listings",
                lazy: async () => ({
                  Component: (await import("./tickets/ListingsPage")).ListingsPage,
                }),
              },
              {
                path: "orders",
                lazy: async () => ({ Component: (await import("./orders/OrdersPage")).OrdersPage }),
              },
              {
                path: "orders/:id",
                lazy: async () => ({ Component: (await import("./orders/CheckoutPage")).CheckoutPage }),
              },
              {
                path: "receipts",
                lazy: async () => ({
                  Component: (await import("./payments/ReceiptsPage")).ReceiptsPage,
                }),
              },
              {
                path: "account",
                lazy: async () => ({ Component: (await import("./account/AccountPage")).AccountPage }),
              },
              {
                path: "admin",
                lazy: async () => ({ Component: (await import("./admin/AccountsPage")).AccountsPage }),
              },
              {
                path: "admin/audit",
                lazy: async () => ({ Component: (await import("./admin/AuditPage")).AuditPage }),
              },
            ],
          },
          { path: "*", element: <NotFound /> },
        ],
      },
    ],
  },
];

export function newRouter() {
  return createBrowserRouter(routes);
}
