import type { DeliveryReads, OrderOf, Receipt } from "../api/types";
import { useT } from "../i18n/context";
import { useEventTime } from "../i18n/eventTime";
import { useExactTime, useMoney } from "../i18n/format";
import { statusOf } from "../orders";
import { disputeStatus, receiptStatus } from "../payments";

/** The service records no more reads of a delivery: `Deliveries.MAX_READS` in tickets. */
const MOST_READS = 50;

export interface EvidencePart {
  heading: string;
  facts: [name: string, value: string][];
  reads?: { at: string; time: string; user: string }[];
  note?: string;
}

export interface RecordedEvidence {
  order: OrderOf;
  /** The deliveries of this order. */
  deliveries: readonly DeliveryReads[];
  /** The payment; absent if the order has none. */
  receipt: Receipt | undefined;
  /** When loading began; no part is older. */
  at: string;
}

/** Returns what is recorded about an order, its payment, its delivery and its pass, in words. */
export function useEvidence({ order, deliveries, receipt, at }: RecordedEvidence, nameOf: (id: string) => string) {
  const t = useT();
  const exactTime = useExactTime();
  const eventTime = useEventTime("long");
  const money = useMoney();
  const { ticket, placedAt, usedAt } = order;
  const optional = (name: string, value: string | undefined): [string, string][] =>
    value === undefined ? [] : [[name, value]];

  const orderPart: EvidencePart = {
    heading: t("evidence.title"),
    facts: [
      [t("evidence.at"), exactTime(at)],
      [t("receipt.order"), order.id],
      ...optional(t("receipt.ordered"), placedAt && exactTime(placedAt)),
      [t("receipt.state"), t(statusOf(order, Date.parse(at)).words)],
      [t("receipt.buyer"), nameOf(order.userId)],
      [t("receipt.amount"), receipt === undefined ? money(ticket.price) : money(receipt.amount, receipt.currency)],
      [t("evidence.ticket"), ticket.title],
      [t("evidence.ticketNumber"), ticket.id],
      ...optional(t("evidence.event"), eventTime(ticket)),
      ...optional(t("sell.venue"), ticket.venue),
      ...optional(t("sell.city"), ticket.city),
      ...optional(t("sell.seat"), ticket.seat),
      [t("evidence.pass"), usedAt === undefined ? t("evidence.pass.unused") : exactTime(usedAt)],
    ],
  };

  const refund = receipt?.refund ?? order.refund;
  const { dispute } = receipt ?? {};
  const paymentFacts = [
    ...optional(t("receipt.paid"), receipt?.paidAt && exactTime(receipt.paidAt)),
    ...(refund?.at != null
      ? optional(t("receipt.refunded"), exactTime(refund.at))
      : optional(t("evidence.refund"), receipt && isRefund(receipt) ? t(receiptStatus(receipt)) : undefined)),
    ...optional(t("evidence.refundNumber"), refund?.stripeId),
    ...optional(t("evidence.chargeback"), dispute && t(disputeStatus(dispute))),
    ...optional(t("evidence.chargeback.opened"), dispute && exactTime(dispute.at)),
    ...optional(t("evidence.chargeback.reason"), dispute?.reason),
  ];
  const paymentPart: EvidencePart = { heading: t("evidence.payment"), facts: paymentFacts };

  const deliveryParts = ({ kind, givenAt, givenBeforeSale, reads }: DeliveryReads): EvidencePart[] => [
    {
      heading: t("delivery.title"),
      facts: [
        [t("evidence.delivered"), exactTime(givenAt)],
        [t("evidence.kind"), t(`delivery.kind.${kind}`)],
      ],
      ...(givenBeforeSale === true && { note: t("evidence.beforeSale") }),
    },
    {
      heading: t("evidence.reads"),
      facts: [],
      reads: reads.map((read) => ({ at: read.at, time: exactTime(read.at), user: nameOf(read.userId) })),
      ...(reads.length === 0 && { note: t("evidence.reads.none") }),
      ...(reads.length >= MOST_READS && { note: t("evidence.reads.first", { count: MOST_READS }) }),
    },
  ];

  const parts =
    deliveries.length === 0
      ? [{ heading: t("delivery.title"), facts: [], note: t("evidence.notDelivered") }]
      : deliveries.flatMap(deliveryParts);
  return [orderPart, ...(paymentFacts.length > 0 ? [paymentPart] : []), ...parts];
}

function isRefund({ status }: Receipt): boolean {
  return status === "refunding" || status === "refunded" || status === "failed";
}

/** Returns the evidence as plain text, for the form of a bank or an email. */
export function evidenceText(parts: readonly EvidencePart[]): string {
  return parts
    .map(({ heading, facts, reads = [], note }) =>
      [
        heading,
        ...facts.map(([name, value]) => `${name}: ${value}`),
        ...reads.map(({ time, user }) => `${time}: ${user}`),
        ...(note === undefined ? [] : [note]),
      ].join("\n"),
    )
    .join("\n\n");
}
