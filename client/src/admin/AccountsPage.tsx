import { useInfiniteQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { Link } from "react-router";
import { entriesOf } from "../api/queries";
import type { Account } from "../api/types";
import { useT } from "../i18n/context";
import { trim } from "../text/text";
import { Field } from "../ui/Field";
import { LoadError } from "../ui/LoadError";
import { More } from "../ui/More";
import { RowNote } from "../ui/Rows";
import { Skeleton } from "../ui/Skeleton";
import { Table } from "../ui/Table";
import { AccountActions } from "./AccountActions";
import { AccountRoles } from "./AccountRoles";
import { AccountStatus } from "./AccountStatus";
import { AdminPage } from "./AdminPage";
import { accounts as accountsQuery } from "./queries";
import { UserLink } from "./UserLink";

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
      ) : accounts.isLoadingError ? (
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
  const { id, deleted } = account;
  return (
    <tr>
      <th scope="row">
        {deleted ? (
          <>
            <Link to={`/admin/users/${id}`}>{t("admin.deleted")}</Link>
            <RowNote>{id}</RowNote>
          </>
        ) : (
          <UserLink id={id} account={account} />
        )}
      </th>
      <td>
        <AccountRoles account={account} />
      </td>
      <td>
        <AccountStatus account={account} />
      </td>
      <td>{!deleted && <AccountActions account={account} />}</td>
    </tr>
  );
}
