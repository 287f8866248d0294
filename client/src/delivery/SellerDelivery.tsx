import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { delivery as deliveryQuery } from "../api/queries";
import type { Delivery } from "../api/types";
import { useT } from "../i18n/context";
import { useDateTime } from "../i18n/format";
import { Button } from "../ui/Button";
import { Actions } from "../ui/Form";
import { LoadError } from "../ui/LoadError";
import { Notice } from "../ui/Notice";
import { Skeleton } from "../ui/Skeleton";
import { DeliveryContent } from "./DeliveryContent";
import { DeliveryForm } from "./DeliveryForm";

/** How often the seller's view is requested, in milliseconds: a sale and the buyer's first look change it. */
const POLL_INTERVAL = 10_000;

/** The delivery of a ticket, on its seller's page. */
export function SellerDelivery({ ticketId }: { ticketId: string }) {
  const t = useT();
  const found = useQuery({ ...deliveryQuery(ticketId), refetchInterval: POLL_INTERVAL });
  return (
    <section>
      <h2>{t("delivery.title")}</h2>
      {found.isPending ? (
        <Skeleton shape="row" />
      ) : found.isLoadingError ? (
        <LoadError error={found.error} retry={found.refetch} />
      ) : (
        <OwnDelivery ticketId={ticketId} delivery={found.data} />
      )}
    </section>
  );
}

function OwnDelivery({ ticketId, delivery }: { ticketId: string; delivery: Delivery }) {
  const t = useT();
  const [replacing, setReplacing] = useState(false);
  const given = delivery.state === "given";
  const changeable = delivery.changeable === true;
  const showsForm = changeable && (!given || replacing);
  return (
    <>
      <DeliveryState delivery={delivery} />
      {given && !replacing && <DeliveryContent ticketId={ticketId} delivery={delivery} />}
      {showsForm && <DeliveryForm ticketId={ticketId} onSaved={() => setReplacing(false)} />}
      {given && changeable && (
        <Actions>
          <Button look="quiet" onClick={() => setReplacing(!replacing)}>
            {t(replacing ? "app.cancel" : "delivery.replace")}
          </Button>
        </Actions>
      )}
    </>
  );
}

function DeliveryState({ delivery }: { delivery: Delivery }) {
  const t = useT();
  const dateTime = useDateTime();
  if (delivery.state === "given") {
    return (
      <p>
        {delivery.readAt === undefined
          ? t(delivery.sold === true ? "delivery.notRead" : "delivery.given.text")
          : t("delivery.read", { time: dateTime(delivery.readAt) })}
      </p>
    );
  }
  if (delivery.sold === true) {
    return (
      <Notice kind="error" title={t("delivery.missing")}>
        {t(delivery.state === "spent" ? "delivery.spent.text" : "delivery.missing.text")}
      </Notice>
    );
  }
  return <p>{t(delivery.state === "spent" ? "delivery.spent.text" : "delivery.none.text")}</p>;
}
