import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { Link, NavLink, useLocation } from "react-router";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import { useSession } from "../session";
import { Button, ButtonLink } from "../ui/Button";
import { classes } from "../ui/classes";
import { FieldError } from "../ui/Field";
import { useAction } from "../ui/useAction";
import styles from "./Header.module.css";

export function Header() {
  const t = useT();
  const id = useId();
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLElement>(null);
  const menuButton = useRef<HTMLButtonElement>(null);
  const { key } = useLocation();
  const [openedAt, setOpenedAt] = useState(key);
  if (openedAt !== key) {
    setOpenedAt(key);
    setOpen(false);
  }
  useLayoutEffect(() => {
    // a menu that closes hides the link that has the focus
    if (!open && menu.current?.contains(document.activeElement) === true) {
      menuButton.current?.focus();
    }
  }, [open]);
  useEffect(() => {
    if (!open) {
      return;
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") {
        setOpen(false);
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [open]);

  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <Link className={styles.brand} to="/">
          <svg viewBox="0 0 32 20" width="40" height="25" aria-hidden="true">
            <path d="M1.5 1.5h29v4.7a4 4 0 0 0 0 7.6v4.7h-29v-4.7a4 4 0 0 0 0-7.6z" />
            <path d="M21 2v16" />
          </svg>
          {t("app.name")}
        </Link>
        <Button
          look="quiet"
          ref={menuButton}
          className={styles.menuButton}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {t("app.menu")}
        </Button>
        <nav
          id={id}
          ref={menu}
          className={classes(styles.nav, open && styles.open)}
          aria-label={t("app.mainNavigation")}
        >
          <PageLinks />
          <AccountLinks />
        </nav>
      </div>
    </header>
  );
}

function PageLinks() {
  const t = useT();
  const { user } = useSession();
  return (
    <ul>
      <PageLink to="/" label={t("nav.tickets")} />
      <PageLink to="/sell" label={t("nav.sell")} />
      {user !== null && (
        <>
          <PageLink to="/orders" label={t("nav.orders")} />
          <PageLink to="/listings" label={t("nav.listings")} />
          <PageLink to="/receipts" label={t("nav.receipts")} />
        </>
      )}
      {user?.roles.includes("scanner") === true && <PageLink to="/scan" label={t("nav.scan")} />}
      {user?.roles.includes("admin") === true && <PageLink to="/admin" label={t("nav.admin")} />}
    </ul>
  );
}

function PageLink({ to, label, title }: { to: string; label: string; title?: string }) {
  return (
    <li>
      <NavLink className={classes(styles.navLink)} to={to} end={to === "/"} title={title}>
        {label}
      </NavLink>
    </li>
  );
}

function AccountLinks() {
  const t = useT();
  const { user, pending, signOut } = useSession();
  const leave = useAction({ mutationFn: signOut });
  if (pending) {
    return <ul className={styles.account} />;
  }
  return user === null ? (
    <ul className={styles.account}>
      <PageLink to="/signin" label={t("nav.signIn")} />
      <li className={styles.signUp}>
        <ButtonLink look="primary" to="/signup">
          {t("nav.signUp")}
        </ButtonLink>
      </li>
    </ul>
  ) : (
    <ul className={styles.account}>
      <PageLink to="/account" label={t("nav.account")} title={t("nav.signedInAs", { email: user.email })} />
      <li>
        <Button look="quiet" busy={leave.isPending} onClick={() => leave.mutate()}>
          {t("nav.signOut")}
        </Button>
        {leave.isError && <FieldError role="alert">{explain(leave.error, t)}</FieldError>}
      </li>
    </ul>
  );
}
