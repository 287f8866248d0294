import { useQuery } from "@tanstack/react-query";
import { delivery as deliveryQuery } from "../api/queries";
import { useT } from "../i18n/context";
import { LoadError } from "../ui/LoadError";
import { Notice } from "../ui/Notice";
import { Skeleton } from "../ui/Skeleton";
import { DeliveryContent } from "./DeliveryContent";

/** How often a delivery that is awaited is requested, in milliseconds. */
const AWAITED_POLL_INTERVAL = 5_000;

/** The ticket itself, on the page of its completed order. */
export function BuyerDelivery({ ticketId }: { ticketId: string }) {
  const t = useT();
  const found = useQuery({
    ...deliveryQuery(ticketId),
    refetchInterval: ({ state }) => (state.data?.state === "given" ? false : AWAITED_POLL_INTERVAL),
  });
  return (
    <section>
      <h2>{t("delivery.yours")}</h2>
      {found.isPending ? (
        <Skeleton shape="row" />
      ) : found.isLoadingError ? (
        <LoadError error={found.error} retry={found.refetch} />
      ) : found.data.state === "given" ? (
        <DeliveryContent ticketId={ticketId} delivery={found.data} />
      ) : (
        <Notice kind="info" title={t("delivery.awaited")}>
          {t("delivery.awaited.text")}
        </Notice>
      )}
    </section>
  );
}
