import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { Conflict } from "../api/api";
import { order as orderQuery } from "../api/queries";
import { useT } from "../i18n/context";
import { Notice } from "../ui/Notice";

/** The orders that prevent the deletion of an account, with links to them. */
export function DeletionBlocked({ by }: { by: Conflict<"delete", "/api/users/me"> }) {
  const t = useT();
  return (
    <Notice kind="error" title={t("error.deletion-blocked")}>
      {by.holds.length > 0 && <Orders reason={t("account.delete.holds")} ids={by.holds} />}
      {by.payments.length > 0 && <Orders reason={t("account.delete.payments")} ids={by.payments} />}
    </Notice>
  );
}

function Orders({ reason, ids }: { reason: string; ids: readonly string[] }) {
  return (
    <>
      <p>{reason}</p>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <OrderLink id={id} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OrderLink({ id }: { id: string }) {
  const t = useT();
  const order = useQuery(orderQuery(id));
  return (
    <Link to={`/orders/${id}`}>
      <bdi>{order.data?.ticket.title ?? t("account.delete.order")}</bdi>
    </Link>
  );
}
