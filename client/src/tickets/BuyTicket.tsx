import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { Conflict } from "../api/api";
import { isCode, isStatus } from "../api/errors";
import { order as orderQuery, ticket as ticketQuery } from "../api/queries";
import { mutationKeys, queryKeys } from "../api/queryKeys";
import { serverClock } from "../api/serverClock";
import type { Ticket } from "../api/types";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import { useMoney } from "../i18n/format";
import { placeOrder } from "../orders";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { useAction } from "../ui/useAction";
import { useVisitorId } from "./useVisitorId";
import { unwatch } from "./watchList";

/** For how long after it is listed the orders service may not know a ticket, in milliseconds. */
const NEW = 60_000;

/** Orders a ticket at the price shown on the button; if the price has changed, the buyer has to confirm the new one. */
export function BuyTicket({ ticket }: { ticket: Ticket }) {
  const t = useT();
  const money = useMoney();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const visitor = useVisitorId();
  const [newPrice, setNewPrice] = useState<number>();
  const [listedPrice, setListedPrice] = useState(ticket.price);
  if (listedPrice !== ticket.price) {
    setListedPrice(ticket.price);
    setNewPrice(undefined);
  }
  const price = newPrice ?? ticket.price;
  const buy = useAction({
    mutationKey: mutationKeys.buy(ticket.id),
    mutationFn: () => placeOrder(ticket.id, price),
    onSuccess: async (order) => {
      unwatch(visitor, ticket.id);
      queryClient.setQueryData(orderQuery(order.id).queryKey, order);
      void queryClient.invalidateQueries({ queryKey: queryKeys.mine.orders });
      await navigate(`/orders/${order.id}`);
    },
    onError: (error) => {
      if (isStatus(error, 409)) {
        setNewPrice((error.current as Conflict<"post", "/api/orders">).price);
      }
      void queryClient.invalidateQueries({ queryKey: ticketQuery(ticket.id).queryKey });
    },
  });
  const [seen] = useState(ticket.price);
  const changed = seen !== price;
  // the replica of orders contains a ticket within seconds
  const notForSale =
    isCode(buy.error, "ticket-not-for-sale") ||
    (isStatus(buy.error, 404) && serverClock.now() - Date.parse(ticket.listedAt ?? "") > NEW);
  return (
    <>
      <p>{t("ticket.hold.text")}</p>
      {changed && (
        <Notice kind="info" title={t("ticket.priceChanged", { before: money(seen), now: money(price) })}>
          {t("ticket.priceChanged.text")}
        </Notice>
      )}
      {buy.isError && !(changed && isStatus(buy.error, 409)) && (
        <Notice kind="error">
          {isStatus(buy.error, 404) ? t(notForSale ? "ticket.notForSale" : "ticket.notYet") : explain(buy.error, t)}
        </Notice>
      )}
      {!notForSale && (
        <Button look="primary" busy={buy.isPending} onClick={() => buy.mutate()}>
          {buy.isPending ? t("ticket.buying") : t("ticket.buy", { price: money(price) })}
        </Button>
      )}
    </>
  );
}
