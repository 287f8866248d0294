import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { useT } from "../i18n/context";
import { useSession } from "../session";
import { Page } from "../ui/Page";
import { Tabs } from "../ui/Tabs";

/** Shows the pages to admins only. The services enforce the permission; this avoids a page full of errors. */
export function AdminPage({ title, children }: { title: string; children: ReactNode }) {
  const t = useT();
  const { user } = useSession();
  if (user?.roles.includes("admin") !== true) {
    return <Page title={t("admin.forbidden.title")} lead={t("admin.forbidden.text")} narrow />;
  }
  return (
    <Page title={title}>
      <Tabs label={t("admin.pages")}>
        <NavLink to="/admin" end>
          {t("admin.users")}
        </NavLink>
        <NavLink to="/admin/overdue">{t("admin.overdue.tab")}</NavLink>
        <NavLink to="/admin/audit">{t("admin.audit")}</NavLink>
      </Tabs>
      {children}
    </Page>
  );
}
