import { useEffect, useRef } from "react";
import { Outlet, ScrollRestoration, useLocation, useNavigation } from "react-router";
import { Footer } from "./Footer";
import { Header } from "./Header";
import { useT } from "../i18n/context";
import { useLive } from "../live";
import { useSession } from "../session";
import { useTicketUpdates } from "../tickets";
import { Notice } from "../ui/Notice";
import { useOnline } from "../ui/useOnline";

export function Layout() {
  const t = useT();
  const main = useRef<HTMLElement>(null);
  useFocusOnNavigation(main);
  useTicketUpdates();
  const loading = useNavigation().state !== "idle";
  return (
    <>
      <a className="skip" href="#main">
        {t("app.skip")}
      </a>
      <Header />
      <div className={loading ? "progress progress-on" : "progress"} aria-hidden="true" />
      <Banned />
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
      <State />
      <ScrollRestoration />
    </>
  );
}

function Banned() {
  const t = useT();
  const { signOutReason } = useSession();
  return (
    signOutReason === "banned" && (
      <div className="page">
        <Notice kind="error" title={t("banned.title")}>
          {t("banned.text")}
        </Notice>
      </div>
    )
  );
}

/** What hinders the page right now; it sticks to the window's lower edge, where nothing moves because of it. */
function State() {
  const t = useT();
  const online = useOnline();
  const { live } = useLive();
  return (
    <div className="state" role="status">
      {!online ? t("app.offline") : live ? "" : t("app.polling")}
    </div>
  );
}

/** A new page begins at its top for the keyboard and for those who listen, as if the browser had loaded it. */
function useFocusOnNavigation(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current !== pathname) {
      shown.current = pathname;
      main.current?.focus({ preventScroll: true });
    }
  }, [pathname, main]);
}
