import type { RouteObject } from "react-router";
import { lazyPage } from "../ui/lazyPage";

export const accountRoutes: RouteObject[] = [
  {
    path: "account",
    ...lazyPage(
      () => import("./AccountPage"),
      ({ AccountPage }) => AccountPage,
    ),
  },
];
