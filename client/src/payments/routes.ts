import type { RouteObject } from "react-router";
import { lazyPage } from "../ui/lazyPage";

export const receiptRoutes: RouteObject[] = [
  {
    path: "receipts",
    ...lazyPage(
      () => import("./ReceiptsPage"),
      ({ ReceiptsPage }) => ReceiptsPage,
    ),
  },
];
