import type { RouteObject } from "react-router";

export const adminRoutes: RouteObject[] = [
  { path: "admin", lazy: async () => ({ Component: (await import("./AccountsPage")).AccountsPage }) },
  { path: "admin/audit", lazy: async () => ({ Component: (await import("./AuditPage")).AuditPage }) },
];
