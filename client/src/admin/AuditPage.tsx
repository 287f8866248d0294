import { useInfiniteQuery } from "@tanstack/react-query";
import { accounts as accountsQuery, audit as auditQuery, entriesOf } from "../api/queries";
import type { AuditEntry } from "../api/types";
import { useJoined } from "../api/useJoined";
import { useT } from "../i18n/context";
import type { MessageKey } from "../i18n/en";
import { useDateTime } from "../i18n/format";
import { LoadError } from "../ui/LoadError";
import { More } from "../ui/More";
import { Skeleton } from "../ui/Skeleton";
import { Table } from "../ui/Table";
import { AdminPage } from "./AdminPage";

const MOST_PAGES = 20;

const ACTIONS: Record<AuditEntry["action"], MessageKey> = {
  BAN: "admin.audit.ban",
  UNBAN: "admin.audit.unban",
  ADD_ROLE: "admin.audit.addRole",
  REMOVE_ROLE: "admin.audit.removeRole",
};

export function AuditPage() {
  const t = useT();
  return (
    <AdminPage title={t("admin.audit")}>
      <Audit />
    </AdminPage>
  );
}

function Audit() {
  const t = useT();
  const dateTime = useDateTime();
  const audit = useInfiniteQuery(auditQuery);
  const accounts = useInfiniteQuery(accountsQuery(""));
  const emails = new Map(entriesOf(accounts.data).map(({ id, email }) => [id, email]));
  const entries = entriesOf(audit.data);
  // the service returns ids only; beyond this number of pages they are shown as they are
  const isNamed = entries.every(({ adminId, userId }) => emails.has(adminId) && emails.has(userId));
  useJoined(accounts, !isNamed && (accounts.data?.pages.length ?? 0) < MOST_PAGES);
  if (audit.isPending) {
    return <Skeleton shape="row" count={4} />;
  }
  if (audit.isError) {
    return <LoadError error={audit.error} retry={audit.refetch} />;
  }
  if (entries.length === 0) {
    return <p>{t("admin.audit.empty")}</p>;
  }
  return (
    <>
      <Table
        caption={t("admin.audit")}
        columns={[
          t("admin.audit.when"),
          t("admin.audit.who"),
          t("admin.audit.what"),
          t("admin.audit.whom"),
          t("admin.audit.why"),
        ]}
      >
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td>
              <time dateTime={entry.at}>{dateTime(entry.at)}</time>
            </td>
            <td>
              <bdi>{emails.get(entry.adminId) ?? entry.adminId}</bdi>
            </td>
            <td>{t(ACTIONS[entry.action])}</td>
            <td>
              <bdi>{emails.get(entry.userId) ?? entry.userId}</bdi>
            </td>
            <td>
              <bdi>{entry.reason ?? t("admin.reason.none")}</bdi>
            </td>
          </tr>
        ))}
      </Table>
      <More {...audit} />
    </>
  );
}
