import { Navigate, Outlet, useLocation } from "react-router";
import { useT } from "../i18n/context";
import { LoadError } from "../ui/LoadError";
import { Page } from "../ui/Page";
import { PageSkeleton } from "../ui/Skeleton";
import { useSession } from "./context";

export function RequireSignIn() {
  const t = useT();
  const { user, pending, error, retry, signOutReason } = useSession();
  const { pathname, search } = useLocation();
  if (pending) {
    return <PageSkeleton />;
  }
  if (error !== null) {
    return (
      <Page title={t("app.crashed")} narrow>
        <LoadError error={error} retry={retry} />
      </Page>
    );
  }
  if (user === null && signOutReason === "deleted" && pathname === "/account") {
    return <Navigate replace to="/account-deleted" />;
  }
  if (user === null) {
    return <Navigate replace to={`/signin?${new URLSearchParams({ next: pathname + search })}`} />;
  }
  return <Outlet />;
}
