import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import type { Account } from "../api/types";
import { useT } from "../i18n/context";
import { Facts } from "../ui/Facts";
import { Actions } from "../ui/Form";
import { LoadError } from "../ui/LoadError";
import { Skeleton } from "../ui/Skeleton";
import { AccountActions } from "./AccountActions";
import { AccountRoles } from "./AccountRoles";
import { AccountStatus } from "./AccountStatus";
import { AdminPage } from "./AdminPage";
import { accountsOf } from "./queries";
import { UserListings } from "./UserListings";
import { UserOrders } from "./UserOrders";

export function UserPage() {
  const t = useT();
  const { id = "" } = useParams();
  return (
    <AdminPage title={t("admin.user")}>
      <User key={id} id={id} />
    </AdminPage>
  );
}

function User({ id }: { id: string }) {
  const t = useT();
  const found = useQuery(accountsOf([id]));
  const account = found.data?.find((each) => each.id === id);
  if (account !== undefined) {
    return (
      <>
        <AccountFacts account={account} />
        <UserListings sellerId={id} />
        <UserOrders buyerId={id} />
      </>
    );
  }
  if (found.isError) {
    return <LoadError error={found.error} retry={found.refetch} />;
  }
  return found.isPending ? <Skeleton shape="row" /> : <p role="status">{t("failure.notFound")}</p>;
}

function AccountFacts({ account }: { account: Account }) {
  const t = useT();
  const { id, email, deleted } = account;
  return (
    <>
      <Facts
        facts={[
          [t("admin.email"), email && <bdi>{email}</bdi>],
          [t("admin.accountNumber"), id],
          [t("admin.roles"), <AccountRoles account={account} />],
          [t("admin.status"), <AccountStatus account={account} />],
        ]}
      />
      {!deleted && (
        <Actions>
          <AccountActions account={account} />
        </Actions>
      )}
    </>
  );
}
