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
    path: "forgot-password",
    ...lazyPage(
      () => import("./ForgotPasswordPage"),
      ({ ForgotPasswordPage }) => ForgotPasswordPage,
    ),
  },
  {
    path: "reset-password",
    ...lazyPage(
      () => import("./ResetPasswordPage"),
      ({ ResetPasswordPage }) => ResetPasswordPage,
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
