import type { RouteObject } from "react-router";
import { lazyPage } from "../ui/lazyPage";

const pages = () => import("./pages");

export const adminRoutes: RouteObject[] = [
  { path: "admin", ...lazyPage(pages, ({ AccountsPage }) => AccountsPage) },
  { path: "admin/users/:id", ...lazyPage(pages, ({ UserPage }) => UserPage) },
  { path: "admin/users/:id/orders/:orderId", ...lazyPage(pages, ({ EvidencePage }) => EvidencePage) },
  { path: "admin/overdue", ...lazyPage(pages, ({ OverduePage }) => OverduePage) },
  { path: "admin/audit", ...lazyPage(pages, ({ AuditPage }) => AuditPage) },
];
