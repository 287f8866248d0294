import { createBrowserRouter, type RouteObject } from "react-router";
import { accountRoutes, publicAccountRoutes } from "../account";
import { adminRoutes } from "../admin";
import { orderRoutes } from "../orders";
import { receiptRoutes } from "../payments";
import { scanRoutes } from "../scan";
import { RequireSignIn, signInRoutes } from "../session";
import { publicTicketRoutes, sellerRoutes } from "../tickets";
import { NotFound } from "../ui/NotFound";
import { PageSkeleton } from "../ui/Skeleton";
import { CrashPage } from "./CrashPage";
import { Layout } from "./Layout";

export const routes: RouteObject[] = [
  {
    element: <Layout />,
    errorElement: <CrashPage />,
    HydrateFallback: PageSkeleton,
    children: [
      {
        errorElement: <CrashPage />,
        children: [
          ...publicTicketRoutes,
          ...signInRoutes,
          ...publicAccountRoutes,
          {
            element: <RequireSignIn />,
            children: [
              ...sellerRoutes,
              ...orderRoutes,
              ...receiptRoutes,
              ...accountRoutes,
              ...adminRoutes,
              ...scanRoutes,
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
