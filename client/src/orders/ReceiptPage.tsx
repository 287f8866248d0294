import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { isStatus } from "../api/errors";
import { mailConfig, order as orderQuery, paymentOf } from "../api/queries";
import type { Order, Receipt } from "../api/types";
import { useT } from "../i18n/context";
import { useEventTime } from "../i18n/eventTime";
import { useDateTime, useMoney } from "../i18n/format";
import { CardName, receiptStatus, receiptTone } from "../payments";
import { useSession } from "../session";
import { Badge } from "../ui/Badge";
import { Button, ButtonLink } from "../ui/Button";
import { type Fact, Facts } from "../ui/Facts";
import { Actions } from "../ui/Form";
import { LoadError } from "../ui/LoadError";
import { NotFound } from "../ui/NotFound";
import { Page } from "../ui/Page";
import { PageSkeleton } from "../ui/Skeleton";
import { AddToCalendar } from "./AddToCalendar";
import styles from "./ReceiptPage.module.css";

export function ReceiptPage() {
  const t = useT();
  const { id = "" } = useParams();
  const order = useQuery(orderQuery(id));
  const payment = useQuery({ ...paymentOf(id), refetchOnMount: "always" });
  if (isStatus(order.error, 401) || isStatus(order.error, 404)) {
    return <NotFound />;
  }
  if (order.data !== undefined && payment.data) {
    return <PrintableReceipt order={order.data} receipt={payment.data} />;
  }
  // there may be a payment since it was loaded for another page
  if (payment.data === null && payment.isSuccess && payment.isFetchedAfterMount) {
    return <NotFound />;
  }
  const failed = [order, payment].find(({ isError }) => isError);
  return failed?.error ? (
    <Page title={t("receipt.title")} narrow>
      <LoadError error={failed.error} retry={failed.refetch} />
    </Page>
  ) : (
    <PageSkeleton />
  );
}

function PrintableReceipt({ order, receipt }: { order: Order; receipt: Receipt }) {
  const t = useT();
  const eventTime = useEventTime("long");
  return (
    <Page title={t("receipt.title")} narrow>
      <Facts
        facts={[
          [t("receipt.number"), receipt.id],
          [t("receipt.order"), order.id],
          [t("receipt.state"), <Badge tone={receiptTone(receipt)}>{t(receiptStatus(receipt))}</Badge>],
          ...useDates(order, receipt),
          ...usePayer(receipt),
        ]}
      />
      <h2>
        <bdi>{order.ticket.title}</bdi>
      </h2>
      <Facts
        facts={[
          [
            t("sell.startsAt"),
            order.ticket.startsAt && <time dateTime={order.ticket.startsAt}>{eventTime(order.ticket)}</time>,
          ],
          [t("sell.venue"), order.ticket.venue && <bdi>{order.ticket.venue}</bdi>],
          [t("sell.city"), order.ticket.city && <bdi>{order.ticket.city}</bdi>],
          [t("sell.seat"), order.ticket.seat && <bdi>{order.ticket.seat}</bdi>],
          ...useAmounts(receipt),
        ]}
      />
      <div className={styles.screenOnly}>
        <MailNote />
        <Actions>
          <Button look="primary" onClick={() => print()}>
            {t("receipt.print")}
          </Button>
          {order.status === "complete" && order.ticket.startsAt !== undefined && <AddToCalendar orderId={order.id} />}
          <ButtonLink look="quiet" to={`/orders/${order.id}`}>
            {t("receipt.back")}
          </ButtonLink>
        </Actions>
      </div>
    </Page>
  );
}

function useDates(order: Order, receipt: Receipt): Fact[] {
  const t = useT();
  const dateTime = useDateTime();
  const dates: [string, string | null | undefined][] = [
    [t("receipt.ordered"), order.placedAt],
    [t("receipt.paid"), receipt.paidAt],
    [t("receipt.refunded"), receipt.refund?.at ?? order.refund?.at],
  ];
  return dates.map(([name, at]) => [name, at && <time dateTime={at}>{dateTime(at)}</time>]);
}

function usePayer({ card }: Receipt): Fact[] {
  const t = useT();
  const { user } = useSession();
  return [
    [t("receipt.card"), card && <CardName card={card} />],
    [t("receipt.buyer"), user?.email],
  ];
}

function useAmounts({ amount, refundedAmount, currency }: Receipt): Fact[] {
  const t = useT();
  const money = useMoney();
  return [
    [t("receipt.amount"), money(amount, currency)],
    [t("receipt.partlyRefunded"), refundedAmount && money(refundedAmount, currency)],
  ];
}

/** Whether receipts are emailed, as a buyer without an email has to print or save this page. */
function MailNote() {
  const t = useT();
  const config = useQuery(mailConfig).data;
  return config && <p>{t(config.receipts ? "receipt.mailed" : "receipt.notMailed")}</p>;
}
