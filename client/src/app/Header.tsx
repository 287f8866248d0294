import { useMutation } from "@tanstack/react-query";
import { useEffect, useId, useState } from "react";
import { Link, NavLink, useLocation } from "react-router";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import { useSession } from "../session";
import { Button } from "../ui/Button";

export function Header() {
  const t = useT();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  const [openedAt, setOpenedAt] = useState(pathname);
  if (openedAt !== pathname) {
    setOpenedAt(pathname);
    setOpen(false);
  }
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
    <header className="site-head">
      <div className="site-head-inner">
        <Link className="brand" to="/">
          <svg viewBox="0 0 32 20" width="40" height="25" aria-hidden="true">
            <path d="M1.5 1.5h29v4.7a4 4 0 0 0 0 7.6v4.7h-29v-4.7a4 4 0 0 0 0-7.6z" />
            <path d="M21 2v16" />
          </svg>
          {t("app.name")}
        </Link>
        <Button
          look="quiet"
          className="menu-button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {t("app.menu")}
        </Button>
        <nav id={id} className={open ? "site-nav site-nav-open" : "site-nav"} aria-label={t("app.mainNavigation")}>
          <Places />
          <Person />
        </nav>
      </div>
    </header>
  );
}

function Places() {
  const t = useT();
  const { user } = useSession();
  return (
    <ul>
      <Place to="/" label={t("nav.tickets")} />
      <Place to="/sell" label={t("nav.sell")} />
      {user !== null && (
        <>
          <Place to="/orders" label={t("nav.orders")} />
          <Place to="/listings" label={t("nav.listings")} />
          <Place to="/receipts" label={t("nav.receipts")} />
        </>
      )}
      {user?.roles.includes("admin") === true && <Place to="/admin" label={t("nav.admin")} />}
    </ul>
  );
}

function Place({ to, label }: { to: string; label: string }) {
  return (
    <li>
      <NavLink to={to} end={to === "/"}>
        {label}
      </NavLink>
    </li>
  );
}

function Person() {
  const t = useT();
  const { user, pending, signOut } = useSession();
  const leave = useMutation({ mutationFn: signOut });
  if (pending) {
    return <ul className="site-person" />;
  }
  return user === null ? (
    <ul className="site-person">
      <Place to="/signin" label={t("nav.signIn")} />
      <li>
        <Link className="button button-primary" to="/signup">
          {t("nav.signUp")}
        </Link>
      </li>
    </ul>
  ) : (
    <ul className="site-person">
      <li>
        <NavLink to="/account" title={t("nav.signedInAs", { email: user.email })}>
          {t("nav.account")}
        </NavLink>
      </li>
      <li>
        <Button look="quiet" busy={leave.isPending} onClick={() => leave.mutate()}>
          {t("nav.signOut")}
        </Button>
        {leave.isError && (
          <p className="field-error" role="alert">
            {explain(leave.error, t)}
          </p>
        )}
      </li>
    </ul>
  );
}
