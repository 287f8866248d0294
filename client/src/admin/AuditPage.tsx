import { useInfiniteQuery } from "@tanstack/react-query";
import { entriesOf } from "../api/queries";
import type { AuditEntry } from "../api/types";
import { useT } from "../i18n/context";
import type { MessageKey } from "../i18n/en";
import { useDateTime } from "../i18n/format";
import { LoadError } from "../ui/LoadError";
import { More } from "../ui/More";
import { Skeleton } from "../ui/Skeleton";
import { Table } from "../ui/Table";
import { AdminPage } from "./AdminPage";
import { audit as auditQuery } from "./queries";
import { useAccounts } from "./useAccounts";
import { UserLink } from "./UserLink";

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
  const entries = entriesOf(audit.data);
  const { accounts, error, retry } = useAccounts(
    audit.data?.pages.map(({ data }) => data.flatMap(({ adminId, userId }) => [adminId, userId])) ?? [],
  );
  if (audit.isPending) {
    return <Skeleton shape="row" count={4} />;
  }
  if (audit.isLoadingError) {
    return <LoadError error={audit.error} retry={audit.refetch} />;
  }
  if (entries.length === 0) {
    return <p>{t("admin.audit.empty")}</p>;
  }
  return (
    <>
      {error !== null && <LoadError error={error} retry={retry} />}
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
              <UserLink id={entry.adminId} account={accounts.get(entry.adminId)} />
            </td>
            <td>{t(ACTIONS[entry.action])}</td>
            <td>
              <UserLink id={entry.userId} account={accounts.get(entry.userId)} />
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
