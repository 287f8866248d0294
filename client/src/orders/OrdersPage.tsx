import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { entriesOf, myOrders, receipts } from "../api/queries";
import type { Order, Receipt } from "../api/types";
import { useT } from "../i18n/context";
import { useDateTime, useMoney, useTimeOfDay } from "../i18n/format";
import { POLL_INTERVAL } from "../live";
import { receiptStatus, receiptTone } from "../payments";
import { Badge } from "../ui/Badge";
import { ButtonLink } from "../ui/Button";
import { Empty } from "../ui/Empty";
import { EventLines } from "../ui/EventLines";
import { LoadError } from "../ui/LoadError";
import { More } from "../ui/More";
import { Page } from "../ui/Page";
import { Row, RowNote, Rows } from "../ui/Rows";
import { Skeleton } from "../ui/Skeleton";
import { useServerNow } from "../ui/useNow";
import { isHold } from "./isHold";
import { statusOf } from "./status";

export function OrdersPage() {
  const t = useT();
  const orders = useInfiniteQuery({ ...myOrders, refetchInterval: 2 * POLL_INTERVAL });
  const entries = entriesOf(orders.data);
  const holds = entries.some(isHold);
  const now = useServerNow(holds);
  const openPayments = useOpenPayments(holds);
  return (
    <Page title={t("orders.title")}>
      {orders.isPending ? (
        <Skeleton shape="row" count={4} />
      ) : orders.isLoadingError ? (
        <LoadError error={orders.error} retry={orders.refetch} />
      ) : entries.length === 0 ? (
        <Empty title={t("orders.empty.title")} text={t("orders.empty.text")}>
          <ButtonLink look="primary" to="/">
            {t("notFound.home")}
          </ButtonLink>
        </Empty>
      ) : (
        <Rows>
          {entries.map((order) => (
            <OrderRow key={order.id} order={order} now={now} payment={openPayments.get(order.id)} />
          ))}
        </Rows>
      )}
      <More {...orders} />
    </Page>
  );
}

/** Returns the undecided payments by order id. Those of holds are on the first page, because it has the newest ones. */
function useOpenPayments(enabled: boolean): ReadonlyMap<string, Receipt> {
  const payments = useInfiniteQuery({ ...receipts, enabled, refetchInterval: POLL_INTERVAL });
  const open = entriesOf(payments.data).filter(({ status }) => status === "pending" || status === "action-required");
  return new Map(enabled ? open.map((payment) => [payment.orderId, payment]) : []);
}

interface OrderRowProps {
  order: Order;
  now: number;
  /** The undecided payment of the order. */
  payment: Receipt | undefined;
}

function OrderRow({ order, now, payment }: OrderRowProps) {
  const t = useT();
  const money = useMoney();
  const timeOfDay = useTimeOfDay();
  const dateTime = useDateTime();
  const status = statusOf(order, now);
  const { placedAt } = order;
  const payable = isHold(order) && Date.parse(order.expiresAt) > now;
  return (
    <Row
      price={money(order.ticket.price)}
      actions={
        payable &&
        payment?.status !== "pending" && (
          <ButtonLink
            look="primary"
            to={`/orders/${order.id}`}
            aria-label={t("orders.payNamed", { title: order.ticket.title })}
          >
            {t("orders.pay")}
          </ButtonLink>
        )
      }
    >
      <Link to={`/orders/${order.id}`}>
        <bdi>{order.ticket.title}</bdi>
      </Link>
      <EventLines event={order.ticket} />
      <Badge tone={status.tone}>{t(status.words)}</Badge>
      {payment !== undefined && <Badge tone={receiptTone(payment)}>{t(receiptStatus(payment))}</Badge>}
      {placedAt !== undefined && (
        <RowNote>
          <time dateTime={placedAt}>{t("orders.placed", { time: dateTime(placedAt) })}</time>
        </RowNote>
      )}
      {payable && <RowNote>{t("orders.until", { time: timeOfDay(order.expiresAt) })}</RowNote>}
      {(order.status === "complete" || order.status === "refunded") && (
        <RowNote>
          <Link to={`/orders/${order.id}/receipt`} aria-label={t("receipts.view.named", { title: order.ticket.title })}>
            {t("receipts.view")}
          </Link>
        </RowNote>
      )}
      {order.refund !== undefined && (
        <RowNote>
          {t(order.status === "cancelled" ? "order.refundedLate" : "order.refunded.text", {
            time: dateTime(order.refund.at),
          })}
        </RowNote>
      )}
    </Row>
  );
}
