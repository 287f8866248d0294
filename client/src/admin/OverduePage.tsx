import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { entriesOf } from "../api/queries";
import type { Account, OverdueDelivery } from "../api/types";
import { useT } from "../i18n/context";
import { useMoney } from "../i18n/format";
import { receiptStatus, receiptTone } from "../payments";
import { Badge } from "../ui/Badge";
import { Empty } from "../ui/Empty";
import { EventLines } from "../ui/EventLines";
import { LoadError } from "../ui/LoadError";
import { More } from "../ui/More";
import { Row, RowNote, Rows } from "../ui/Rows";
import { Skeleton } from "../ui/Skeleton";
import { useFocusOnLoss } from "../ui/useFocusOnLoss";
import { AdminPage } from "./AdminPage";
import { overdueDeliveries } from "./queries";
import { RefundButton } from "./RefundButton";
import { useAccounts } from "./useAccounts";
import { useLoadedPayment } from "./useLoadedPayment";
import { UserLink } from "./UserLink";

export function OverduePage() {
  const t = useT();
  return (
    <AdminPage title={t("admin.overdue")}>
      <p>{t("admin.overdue.lead")}</p>
      <OverdueDeliveries />
    </AdminPage>
  );
}

function OverdueDeliveries() {
  const t = useT();
  const overdue = useInfiniteQuery(overdueDeliveries);
  const entries = entriesOf(overdue.data);
  const { accounts, error, retry } = useAccounts(
    overdue.data?.pages.map(({ data }) =>
      data.flatMap(({ userId, buyerId }) => (buyerId === undefined ? [userId] : [userId, buyerId])),
    ) ?? [],
  );
  // a refunded ticket leaves the list
  useFocusOnLoss(entries.length);
  if (overdue.isPending) {
    return <Skeleton shape="row" count={4} />;
  }
  if (overdue.isLoadingError) {
    return <LoadError error={overdue.error} retry={overdue.refetch} />;
  }
  if (entries.length === 0) {
    return <Empty title={t("admin.overdue.empty.title")} text={t("admin.overdue.empty.text")} />;
  }
  return (
    <>
      {error !== null && <LoadError error={error} retry={retry} />}
      <Rows>
        {entries.map((ticket) => (
          <OverdueRow key={ticket.id} ticket={ticket} accounts={accounts} />
        ))}
      </Rows>
      <More {...overdue} />
    </>
  );
}

function OverdueRow({ ticket, accounts }: { ticket: OverdueDelivery; accounts: ReadonlyMap<string, Account> }) {
  const t = useT();
  const money = useMoney();
  const { id, orderId, title, userId, buyerId } = ticket;
  const receipt = useLoadedPayment(orderId ?? "");
  return (
    <Row
      price={money(ticket.price)}
      actions={orderId !== undefined && <RefundButton orderId={orderId} title={title} heading={`#ticket-${id}`} />}
    >
      <Link id={`ticket-${id}`} to={`/tickets/${id}`}>
        <bdi>{title}</bdi>
      </Link>
      {receipt != null && receipt.status !== "paid" && (
        <Badge tone={receiptTone(receipt)}>{t(receiptStatus(receipt))}</Badge>
      )}
      <RowNote>
        <EventLines event={ticket} />
      </RowNote>
      <RowNote>
        {t("admin.seller")}: <UserLink id={userId} account={accounts.get(userId)} />
      </RowNote>
      {buyerId !== undefined && (
        <RowNote>
          {t("receipt.buyer")}: <UserLink id={buyerId} account={accounts.get(buyerId)} />
        </RowNote>
      )}
    </Row>
  );
}
