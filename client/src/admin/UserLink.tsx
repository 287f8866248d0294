import { Link } from "react-router";
import type { Account } from "../api/types";
import { useT } from "../i18n/context";
import styles from "./UserLink.module.css";

/** A link to a user's page: the email, or the id while the account is unknown. */
export function UserLink({ id, account }: { id: string; account: Account | undefined }) {
  const t = useT();
  return (
    <Link to={`/admin/users/${id}`}>
      {account?.deleted === true ? (
        t("admin.deletedNamed", { id })
      ) : (
        <bdi className={styles.email}>{account?.email ?? id}</bdi>
      )}
    </Link>
  );
}
