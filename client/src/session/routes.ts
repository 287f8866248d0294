import type { RouteObject } from "react-router";
import { lazyPage } from "../ui/lazyPage";

export const signInRoutes: RouteObject[] = [
  {
    path: "signin",
    ...lazyPage(
      () => import("./SignInPage"),
      ({ SignInPage }) => SignInPage,
    ),
  },
  {
    path: "signup",
    ...lazyPage(
      () => import("./SignUpPage"),
      ({ SignUpPage }) => SignUpPage,
    ),
  },
];
