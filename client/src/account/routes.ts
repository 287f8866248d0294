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

/** Need no session: the link of an email may be opened on another device, and a deleted account has none. */
export const publicAccountRoutes: RouteObject[] = [
  {
    path: "confirm-email",
    ...lazyPage(
      () => import("./ConfirmEmailPage"),
      ({ ConfirmEmailPage }) => ConfirmEmailPage,
    ),
  },
  {
    path: "account-deleted",
    ...lazyPage(
      () => import("./AccountDeletedPage"),
      ({ AccountDeletedPage }) => AccountDeletedPage,
    ),
  },
];
