import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { entriesOf } from "../api/queries";
import type { OrderOf } from "../api/types";
import { useT } from "../i18n/context";
import { useDateTime, useMoney } from "../i18n/format";
import { isHold, statusOf } from "../orders";
import { receiptStatus, receiptTone } from "../payments";
import { Badge } from "../ui/Badge";
import { ButtonLink } from "../ui/Button";
import { EventLines } from "../ui/EventLines";
import { LoadError } from "../ui/LoadError";
import { More } from "../ui/More";
import { Row, RowNote, Rows } from "../ui/Rows";
import { Skeleton } from "../ui/Skeleton";
import { useServerNow } from "../ui/useNow";
import { ordersOf } from "./queries";
import { RefundButton } from "./RefundButton";
import { useLoadedPayment } from "./useLoadedPayment";

/** The orders of a user, on the page for admins. */
export function UserOrders({ buyerId }: { buyerId: string }) {
  const t = useT();
  const orders = useInfiniteQuery(ordersOf(buyerId));
  const entries = entriesOf(orders.data);
  const now = useServerNow(entries.some(isHold));
  return (
    <section>
      <h2>{t("admin.user.orders")}</h2>
      {orders.isPending ? (
        <Skeleton shape="row" count={2} />
      ) : orders.isLoadingError ? (
        <LoadError error={orders.error} retry={orders.refetch} />
      ) : entries.length === 0 ? (
        <p>{t("orders.empty.title")}</p>
      ) : (
        <Rows>
          {entries.map((order) => (
            <OrderRow key={order.id} order={order} now={now} />
          ))}
        </Rows>
      )}
      <More {...orders} list={t("admin.user.orders")} />
    </section>
  );
}

function OrderRow({ order, now }: { order: OrderOf; now: number }) {
  const t = useT();
  const money = useMoney();
  const dateTime = useDateTime();
  const { id, status, placedAt, refund, ticket, userId } = order;
  return (
    <Row
      price={money(ticket.price)}
      actions={
        (status === "complete" || status === "refunded") && (
          <>
            {status === "complete" && <RefundButton orderId={id} title={ticket.title} heading={`#order-${id}`} />}
            <ButtonLink
              to={`/admin/users/${userId}/orders/${id}`}
              aria-label={t("evidence.named", { title: ticket.title })}
            >
              {t("evidence.title")}
            </ButtonLink>
          </>
        )
      }
    >
      <Link id={`order-${id}`} to={`/tickets/${ticket.id}`}>
        <bdi>{ticket.title}</bdi>
      </Link>
      <OrderStatus order={order} now={now} />
      <RowNote>
        <EventLines event={ticket} />
      </RowNote>
      {placedAt !== undefined && (
        <RowNote>
          <time dateTime={placedAt}>{t("orders.placed", { time: dateTime(placedAt) })}</time>
        </RowNote>
      )}
      {refund !== undefined && <RowNote>{t("receipts.refundedAt", { time: dateTime(refund.at) })}</RowNote>}
      <RowNote small>
        {t("receipt.order")} {id}
      </RowNote>
    </Row>
  );
}

/** Shows a refund as soon as the payment has it. The order is refunded later, by an event. */
function OrderStatus({ order, now }: { order: OrderOf; now: number }) {
  const t = useT();
  const receipt = useLoadedPayment(order.id);
  if (order.status === "complete" && receipt != null && receipt.status !== "paid") {
    return <Badge tone={receiptTone(receipt)}>{t(receiptStatus(receipt))}</Badge>;
  }
  const { words, tone } = statusOf(order, now);
  return <Badge tone={tone}>{t(words)}</Badge>;
}
