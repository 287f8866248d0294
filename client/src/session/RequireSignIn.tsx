import { Navigate, Outlet, useLocation } from "react-router";
import { PageSkeleton } from "../ui/Skeleton";
import { useSession } from "./context";

export function RequireSignIn() {
  const { user, pending, signOutReason } = useSession();
  const { pathname, search } = useLocation();
  if (pending) {
    return <PageSkeleton />;
  }
  if (user === null && signOutReason === "deleted" && pathname === "/account") {
    return <Navigate replace to="/account-deleted" />;
  }
  if (user === null) {
    return <Navigate replace to={`/signin?${new URLSearchParams({ next: pathname + search })}`} />;
  }
  return <Outlet />;
}
