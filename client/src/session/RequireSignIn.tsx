import { Navigate, Outlet, useLocation } from "react-router";
import { PageSkeleton } from "../ui/Skeleton";
import { useSession } from "./context";

export function RequireSignIn() {
  const { user, pending } = useSession();
  const { pathname, search } = useLocation();
  if (pending) {
    return <PageSkeleton />;
  }
  if (user === null) {
    return <Navigate replace to={`/signin?${new URLSearchParams({ next: pathname + search })}`} />;
  }
  return <Outlet />;
}
