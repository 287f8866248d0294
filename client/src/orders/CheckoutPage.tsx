import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { isStatus } from "../api/errors";
import { order as orderQuery } from "../api/queries";
import type { Order } from "../api/types";
import { BuyerDelivery } from "../delivery";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import { useDateTime, useMoney } from "../i18n/format";
import { type Charged, PaymentForm, type PaymentState, usePayment } from "../payments";
import { useSession } from "../session";
import { Button, ButtonLink } from "../ui/Button";
import { EventLines } from "../ui/EventLines";
import { Actions } from "../ui/Form";
import { LoadError } from "../ui/LoadError";
import { NotFound } from "../ui/NotFound";
import { Notice } from "../ui/Notice";
import { Page } from "../ui/Page";
import { PageSkeleton } from "../ui/Skeleton";
import { useAction } from "../ui/useAction";
import { useFocusOnChange } from "../ui/useFocusOnChange";
import { useServerNow } from "../ui/useNow";
import { VisuallyHidden } from "../ui/VisuallyHidden";
import { AddToCalendar } from "./AddToCalendar";
import styles from "./CheckoutPage.module.css";
import { Countdown } from "./Countdown";
import { hasExpired } from "./hasExpired";
import { isHold } from "./isHold";
import { Pass } from "./Pass";
import { ReleaseTicket } from "./ReleaseTicket";

/** How often an unpaid order is polled, in milliseconds. */
const ORDER_POLL_INTERVAL = 3_000;

/** The estimate of the servers' clock may be slow by this number of milliseconds. */
const CLOCK_ERROR = 1_000;

export function CheckoutPage() {
  const t = useT();
  const { id = "" } = useParams();
  const found = useQuery({
    ...orderQuery(id),
    // the event stream reports neither payments nor expiry
    refetchInterval: ({ state }) => (state.data !== undefined && isHold(state.data) ? ORDER_POLL_INTERVAL : false),
  });
  if (isStatus(found.error, 404)) {
    return <NotFound />;
  }
  if (isStatus(found.error, 401)) {
    return <OthersOrder />;
  }
  if (found.data !== undefined) {
    return <Checkout key={id} order={found.data} />;
  }
  return found.isError ? (
    <Page title={t("checkout.title")} narrow>
      <LoadError error={found.error} retry={found.refetch} />
    </Page>
  ) : (
    <PageSkeleton />
  );
}

/** Signed in, but not as the buyer: many people have two accounts. */
function OthersOrder() {
  const t = useT();
  const { user, signOut } = useSession();
  const leave = useAction({ mutationFn: signOut });
  return (
    <Page title={t("order.others.title")} lead={t("order.others.text", { email: user?.email ?? "" })} narrow>
      {leave.isError && <Notice kind="error">{explain(leave.error, t)}</Notice>}
      <Actions>
        <Button look="primary" busy={leave.isPending} onClick={() => leave.mutate()}>
          {t("order.others.switch")}
        </Button>
        <ButtonLink look="quiet" to="/orders">
          {t("orders.title")}
        </ButtonLink>
      </Actions>
    </Page>
  );
}

function Checkout({ order }: { order: Order }) {
  const payment = usePayment(order);
  const holds = isHold(order);
  const now = useServerNow(holds);
  // orders that the service has cancelled without a time are known only if the page saw the hold
  const [wasHeld] = useState(holds);
  const isPaid = order.status === "complete" || order.status === "refunded";
  const hasEnded = !holds || (Date.parse(order.expiresAt) <= now && !payment.isWaiting);
  useFocusOnChange(isPaid ? order.status : hasEnded ? "ended" : "held");
  if (isPaid) {
    return <PaidOrder order={order} />;
  }
  if (hasEnded) {
    return (
      <EndedOrder
        order={order}
        expired={
          order.endedAt === undefined ? wasHeld && Date.parse(order.expiresAt) <= now + CLOCK_ERROR : hasExpired(order)
        }
        charged={payment.charged}
      />
    );
  }
  return <HeldOrder order={order} now={now} payment={payment} />;
}

function HeldOrder({ order, now, payment }: { order: Order; now: number; payment: PaymentState }) {
  const t = useT();
  return (
    <Page title={t("checkout.title")} narrow>
      <Summary order={order} />
      <Countdown until={order.expiresAt} now={now} />
      <PaymentForm order={order} payment={payment} />
      <ReleaseTicket order={order} />
    </Page>
  );
}

function Summary({ order }: { order: Order }) {
  const t = useT();
  const money = useMoney();
  return (
    <div>
      <div className={styles.summary}>
        <Link to={`/tickets/${order.ticket.id}`}>
          <bdi>{order.ticket.title}</bdi>
        </Link>
        <span className={styles.price}>
          <VisuallyHidden>{t("ticket.price")} </VisuallyHidden>
          {money(order.ticket.price)}
        </span>
      </div>
      <EventLines event={order.ticket} />
    </div>
  );
}

function PaidOrder({ order }: { order: Order }) {
  const t = useT();
  const money = useMoney();
  const dateTime = useDateTime();
  const refunded = order.status === "refunded";
  return (
    <Page title={t(refunded ? "checkout.refunded.title" : "checkout.complete.title")} narrow>
      <EventLines event={order.ticket} />
      <Notice kind={refunded ? "info" : "success"}>
        <p>
          <bdi>{t("checkout.complete.text", { price: money(order.ticket.price), title: order.ticket.title })}</bdi>
        </p>
        {order.refund !== undefined && <p>{t("order.refunded.text", { time: dateTime(order.refund.at) })}</p>}
      </Notice>
      {!refunded && (
        <>
          <BuyerDelivery ticketId={order.ticket.id} />
          <Pass orderId={order.id} />
        </>
      )}
      <Actions>
        <ButtonLink look="primary" to={`/orders/${order.id}/receipt`}>
          {t("checkout.complete.receipt")}
        </ButtonLink>
        {!refunded && order.ticket.startsAt !== undefined && <AddToCalendar orderId={order.id} />}
        <ButtonLink look="quiet" to="/orders">
          {t("orders.title")}
        </ButtonLink>
      </Actions>
    </Page>
  );
}

/** Why the order ended, whether money was charged, and how to continue. */
function EndedOrder({ order, expired, charged }: { order: Order; expired: boolean; charged: Charged }) {
  const t = useT();
  const dateTime = useDateTime();
  const key = expired ? "checkout.expired" : "checkout.cancelled";
  return (
    <Page title={t(`${key}.title`)} narrow>
      <Summary order={order} />
      <Notice kind="info">
        {order.refund !== undefined
          ? t("order.refundedLate", { time: dateTime(order.refund.at) })
          : charged === "paid"
            ? t("order.refunding")
            : charged === "open"
              ? t("order.paymentOpen")
              : `${t(`${key}.text`)} ${t(charged === "nothing" ? "checkout.notCharged" : "checkout.refundedIfCharged")}`}
      </Notice>
      <Actions>
        <ButtonLink look="primary" to={`/tickets/${order.ticket.id}`}>
          {t("checkout.availability")}
        </ButtonLink>
        <ButtonLink look="quiet" to="/">
          {t("notFound.home")}
        </ButtonLink>
      </Actions>
    </Page>
  );
}
