import type { RouteObject } from "react-router";
import { lazyPage } from "../ui/lazyPage";

export const adminRoutes: RouteObject[] = [
  {
    path: "admin",
    ...lazyPage(
      () => import("./AccountsPage"),
      ({ AccountsPage }) => AccountsPage,
    ),
  },
  {
    path: "admin/audit",
    ...lazyPage(
      () => import("./AuditPage"),
      ({ AuditPage }) => AuditPage,
    ),
  },
];
