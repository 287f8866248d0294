import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { useT } from "../i18n/context";
import { useSession } from "../session";
import { Page } from "../ui/Page";

/** The services decide who may; this only spares others a page full of errors. */
export function AdminPage({ title, children }: { title: string; children: ReactNode }) {
  const t = useT();
  const { user } = useSession();
  if (user?.roles.includes("admin") !== true) {
    return (
      <Page title={t("admin.forbidden.title")} lead={t("admin.forbidden.text")} narrow>
        {null}
      </Page>
    );
  }
  return (
    <Page title={title}>
      <nav className="tabs" aria-label={t("admin.pages")}>
        <NavLink to="/admin" end>
          {t("admin.users")}
        </NavLink>
        <NavLink to="/admin/audit">{t("admin.audit")}</NavLink>
      </nav>
      {children}
    </Page>
  );
}
