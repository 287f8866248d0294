import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { entriesOf, myOrders, myTickets, receipts as receiptsQuery, sales } from "../api/queries";
import type { Receipt } from "../api/types";
import { useJoined } from "../api/useJoined";
import { useT } from "../i18n/context";
import { useDateTime, useMoney } from "../i18n/format";
import { POLL_INTERVAL } from "../live";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { Empty } from "../ui/Empty";
import { LoadError } from "../ui/LoadError";
import { More } from "../ui/More";
import { Page } from "../ui/Page";
import { Row, RowNote, Rows } from "../ui/Rows";
import { Skeleton } from "../ui/Skeleton";
import { Tabs } from "../ui/Tabs";
import { useFocusOnLoss } from "../ui/useFocusOnLoss";
import { CardName } from "./CardName";
import { disputeStatus, receiptStatus, receiptTone } from "./receiptStatus";
import { RefundDialog } from "./RefundDialog";
import { RelistButton } from "./RelistButton";

export function ReceiptsPage() {
  const t = useT();
  const [search] = useSearchParams();
  const sold = search.get("sold") === "true";
  return (
    <Page title={t("receipts.title")}>
      <Tabs label={t("receipts.tabs")}>
        <Link to="/receipts" aria-current={sold ? undefined : "page"}>
          {t("receipts.bought")}
        </Link>
        <Link to="/receipts?sold=true" aria-current={sold ? "page" : undefined}>
          {t("receipts.sold")}
        </Link>
      </Tabs>
      <Receipts key={String(sold)} sold={sold} />
    </Page>
  );
}

function Receipts({ sold }: { sold: boolean }) {
  const t = useT();
  const receipts = useInfiniteQuery({ ...(sold ? sales : receiptsQuery), refetchInterval: 2 * POLL_INTERVAL });
  const entries = entriesOf(receipts.data);
  const titles = useTitles(sold, entries);
  if (receipts.isPending) {
    return <Skeleton shape="row" count={4} />;
  }
  if (receipts.isLoadingError) {
    return <LoadError error={receipts.error} retry={receipts.refetch} />;
  }
  if (entries.length === 0) {
    return <Empty title={t("receipts.empty.title")} text={t(sold ? "receipts.empty.sold" : "receipts.empty.bought")} />;
  }
  return (
    <>
      <Rows>
        {entries.map((receipt) => (
          <ReceiptRow
            key={receipt.id}
            receipt={receipt}
            title={titles.get(sold ? receipt.ticketId : receipt.orderId)}
            sold={sold}
          />
        ))}
      </Rows>
      <More {...receipts} />
    </>
  );
}

/** Receipts contain ids only; the titles come from the user's orders and listings. */
function useTitles(sold: boolean, receipts: readonly Receipt[]): ReadonlyMap<string, string> {
  const orders = useInfiniteQuery({ ...myOrders, enabled: !sold });
  const tickets = useInfiniteQuery({ ...myTickets, enabled: sold });
  const titles = new Map(
    sold
      ? entriesOf(tickets.data).map((ticket) => [ticket.id, ticket.title])
      : entriesOf(orders.data).map((order) => [order.id, order.ticket.title]),
  );
  const lacksTitles = receipts.some(({ ticketId, orderId }) => !titles.has(sold ? ticketId : orderId));
  useJoined(orders, !sold && lacksTitles);
  useJoined(tickets, sold && lacksTitles);
  return titles;
}

interface ReceiptRowProps {
  receipt: Receipt;
  /** The title of the ticket, unless it is unknown. */
  title: string | undefined;
  sold: boolean;
}

function ReceiptRow({ receipt, title, sold }: ReceiptRowProps) {
  const t = useT();
  const money = useMoney();
  const dateTime = useDateTime();
  const [asked, setAsked] = useState(false);
  const number = t("receipts.number", { id: receipt.id });
  // distinguishes the buttons of the rows
  const name = title ?? number;
  const status = receiptStatus(receipt);
  // a payment that was refunded or relisted loses its button
  useFocusOnLoss(`${receipt.status} ${receipt.refund?.relistable}`);
  return (
    <Row
      price={money(receipt.amount, receipt.currency)}
      actions={
        <>
          {sold && (receipt.status === "paid" || receipt.status === "failed") && (
            <Button aria-label={t("receipts.refund.named", { title: name })} onClick={() => setAsked(true)}>
              {t("receipts.refund")}
            </Button>
          )}
          {sold && receipt.refund?.relistable === true && <RelistButton receipt={receipt} title={name} />}
          {asked && <RefundDialog receipt={receipt} onClose={() => setAsked(false)} />}
        </>
      }
    >
      <Link to={sold ? `/tickets/${receipt.ticketId}` : `/orders/${receipt.orderId}`}>
        <bdi>{title ?? t("receipts.ticket")}</bdi>
      </Link>
      <Badge tone={receiptTone(receipt)}>{t(status)}</Badge>
      <RowNote>
        {receipt.paidAt !== undefined && <time dateTime={receipt.paidAt}>{dateTime(receipt.paidAt)}</time>}
        {receipt.card !== undefined && (
          <>
            {" · "}
            <CardName card={receipt.card} sentence={(card) => t("receipts.paidWith", { card })} />
          </>
        )}
        {receipt.refund?.at != null && ` · ${t("receipts.refundedAt", { time: dateTime(receipt.refund.at) })}`}
      </RowNote>
      {receipt.refundError !== undefined && (
        <RowNote>{t("receipts.refundError", { code: receipt.refundError })}</RowNote>
      )}
      {receipt.refundedAmount !== undefined && (
        <RowNote>{t("receipts.partlyRefunded", { price: money(receipt.refundedAmount, receipt.currency) })}</RowNote>
      )}
      {receipt.dispute !== undefined && <RowNote>{t(disputeStatus(receipt.dispute))}</RowNote>}
      <RowNote small>{number}</RowNote>
      {!sold && (
        <RowNote small>
          <Link to={`/orders/${receipt.orderId}/receipt`} aria-label={t("receipts.view.named", { title: name })}>
            {t("receipts.view")}
          </Link>
        </RowNote>
      )}
    </Row>
  );
}
