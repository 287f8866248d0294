import { useInfiniteQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { accounts as accountsQuery, entriesOf } from "../api/queries";
import type { Account } from "../api/types";
import { useT } from "../i18n/context";
import { useDateTime } from "../i18n/format";
import { trim } from "../text/text";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { LoadError } from "../ui/LoadError";
import { More } from "../ui/More";
import { RowNote } from "../ui/Rows";
import { Skeleton } from "../ui/Skeleton";
import { Table } from "../ui/Table";
import { AdminPage } from "./AdminPage";
import { BanDialog } from "./BanDialog";
import { nameOf } from "./nameOf";
import { ScannerRoleButton } from "./ScannerRoleButton";

export function AccountsPage() {
  const t = useT();
  return (
    <AdminPage title={t("admin.users")}>
      <Accounts />
    </AdminPage>
  );
}

function Accounts() {
  const t = useT();
  const [typed, setTyped] = useState("");
  const email = useDeferredValue(trim(typed));
  const accounts = useInfiniteQuery({ ...accountsQuery(email), placeholderData: (before) => before });
  const entries = entriesOf(accounts.data);
  return (
    <>
      <Field
        type="search"
        label={t("admin.search")}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        autoComplete="off"
        autoCapitalize="none"
      />
      {accounts.isPending ? (
        <Skeleton shape="row" count={4} />
      ) : accounts.isError ? (
        <LoadError error={accounts.error} retry={accounts.refetch} />
      ) : entries.length === 0 ? (
        <p role="status">{t("admin.empty")}</p>
      ) : (
        <Table
          caption={t("admin.users")}
          columns={[t("admin.email"), t("admin.roles"), t("admin.status"), t("admin.actions")]}
        >
          {entries.map((account) => (
            <AccountRow key={account.id} account={account} />
          ))}
        </Table>
      )}
      <More {...accounts} />
    </>
  );
}

function AccountRow({ account }: { account: Account }) {
  const t = useT();
  const dateTime = useDateTime();
  const [asked, setAsked] = useState(false);
  const { banned, deleted } = account;
  const email = nameOf(account);
  return (
    <tr>
      <th scope="row">
        {deleted && t("admin.deleted")}
        {deleted ? <RowNote>{account.id}</RowNote> : <bdi>{email}</bdi>}
      </th>
      <td>{account.roles.join(", ")}</td>
      <td>
        <Status account={account} />
        {account.bannedAt !== undefined && (
          <RowNote>
            {t("admin.bannedSince", { time: dateTime(account.bannedAt) })}
            {account.banReason !== undefined && ` · ${account.banReason}`}
          </RowNote>
        )}
      </td>
      <td>
        {!deleted && (
          <>
            <ScannerRoleButton account={account} />
            <Button
              look={banned ? "plain" : "danger"}
              aria-label={t(banned ? "admin.unbanNamed" : "admin.banNamed", { email })}
              onClick={() => setAsked(true)}
            >
              {t(banned ? "admin.unban" : "admin.ban")}
            </Button>
          </>
        )}
        {asked && <BanDialog account={account} onClose={() => setAsked(false)} />}
      </td>
    </tr>
  );
}

function Status({ account: { banned, deleted } }: { account: Account }) {
  const t = useT();
  if (deleted) {
    return <Badge tone="muted">{t("admin.status.deleted")}</Badge>;
  }
  return <Badge tone={banned ? "bad" : "good"}>{t(banned ? "admin.status.banned" : "admin.status.active")}</Badge>;
}
