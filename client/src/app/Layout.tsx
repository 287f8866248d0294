import { useEffect, useRef } from "react";
import { Outlet, ScrollRestoration, useLocation, useNavigation } from "react-router";
import { useT } from "../i18n/context";
import { useLive } from "../live";
import { HoldBar } from "../orders";
import { useSession } from "../session";
import { useTicketUpdates, WatchedTickets } from "../tickets";
import { classes } from "../ui/classes";
import { Notice } from "../ui/Notice";
import { PageFrame } from "../ui/Page";
import { useOnline } from "../ui/useOnline";
import { Footer } from "./Footer";
import { Header } from "./Header";
import styles from "./Layout.module.css";

export function Layout() {
  const t = useT();
  const main = useRef<HTMLElement>(null);
  useFocusOnNavigation(main);
  useTicketUpdates();
  const loading = useNavigation().state !== "idle";
  return (
    <>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          // an entry that the browser adds to the history is none of the router's
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t("app.skip")}
      </a>
      <Header />
      <div className={classes(styles.progress, loading && styles.loading)} aria-hidden="true" />
      <BannedNotice />
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <Footer />
      <WatchedTickets />
      <div className={styles.bottom}>
        <HoldBar />
        <ConnectionStatus />
      </div>
      <ScrollRestoration />
    </>
  );
}

function BannedNotice() {
  const t = useT();
  const { signOutReason } = useSession();
  return (
    signOutReason === "banned" && (
      <div className={styles.banned}>
        <PageFrame>
          <Notice kind="error" title={t("banned.title")}>
            {t("banned.text")}
          </Notice>
        </PageFrame>
      </div>
    )
  );
}

function ConnectionStatus() {
  const t = useT();
  const online = useOnline();
  const { live } = useLive();
  return (
    <div className={styles.connection} role="status">
      {!online ? t("app.offline") : live ? "" : t("app.polling")}
    </div>
  );
}

/** Moves the focus to the top of a new page, as a browser does when it loads one. */
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
