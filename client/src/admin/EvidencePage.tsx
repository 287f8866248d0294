import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { entriesOf } from "../api/queries";
import type { OrderOf } from "../api/types";
import { useJoined } from "../api/useJoined";
import { useT } from "../i18n/context";
import { LoadError } from "../ui/LoadError";
import { Skeleton } from "../ui/Skeleton";
import { AdminPage } from "./AdminPage";
import { Evidence } from "./Evidence";
import { deliveryReads, ordersOf } from "./queries";

export function EvidencePage() {
  const t = useT();
  const { id = "", orderId = "" } = useParams();
  return (
    <AdminPage title={t("evidence.title")}>
      <OrderEvidence buyerId={id} orderId={orderId} />
    </AdminPage>
  );
}

function OrderEvidence({ buyerId, orderId }: { buyerId: string; orderId: string }) {
  const t = useT();
  const orders = useInfiniteQuery(ordersOf(buyerId));
  const order = entriesOf(orders.data).find(({ id }) => id === orderId);
  // the address may be opened without the list before it
  const isKnown = useJoined(orders, order === undefined);
  if (order !== undefined) {
    return <LoadedEvidence order={order} />;
  }
  if (orders.isError) {
    return <LoadError error={orders.error} retry={orders.refetch} />;
  }
  return isKnown ? <p role="status">{t("failure.notFound")}</p> : <Skeleton shape="row" count={3} />;
}

function LoadedEvidence({ order }: { order: OrderOf }) {
  const found = useQuery(deliveryReads(order.ticket.id));
  if (found.isPending) {
    return <Skeleton shape="row" count={3} />;
  }
  if (found.isError) {
    return <LoadError error={found.error} retry={found.refetch} />;
  }
  const { deliveries, at } = found.data;
  // a ticket that was sold again has deliveries of other orders
  return <Evidence order={order} deliveries={deliveries.filter(({ orderId }) => orderId === order.id)} at={at} />;
}
