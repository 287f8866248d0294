import { useIsMutating, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { isStatus } from "../api/errors";
import { ticket as ticketQuery } from "../api/queries";
import { mutationKeys } from "../api/queryKeys";
import { serverClock } from "../api/serverClock";
import type { Order, Ticket } from "../api/types";
import { SellerDelivery } from "../delivery";
import { useT } from "../i18n/context";
import { useMoney } from "../i18n/format";
import { POLL_INTERVAL, useLive } from "../live";
import { isHold, TimeLeft, useMyOrder } from "../orders";
import { useSession } from "../session";
import { isolate } from "../text/isolate";
import { Badge } from "../ui/Badge";
import { ButtonLink } from "../ui/Button";
import { classes } from "../ui/classes";
import { LoadError } from "../ui/LoadError";
import { NotFound } from "../ui/NotFound";
import { Page, PageFrame } from "../ui/Page";
import { PageSkeleton } from "../ui/Skeleton";
import { BuyTicket } from "./BuyTicket";
import { isLong } from "./isLong";
import { ListingBadge, OwnListing } from "./OwnListing";
import { SimilarTickets } from "./SimilarTickets";
import ticketStyles from "./ticket.module.css";
import { TicketFacts } from "./TicketFacts";
import styles from "./TicketPage.module.css";
import { WatchButton } from "./WatchButton";

export function TicketPage() {
  const t = useT();
  const { id = "" } = useParams();
  const { live } = useLive();
  const found = useQuery({ ...ticketQuery(id), refetchInterval: live ? false : POLL_INTERVAL });
  if (isStatus(found.error, 404)) {
    return <NotFound />;
  }
  if (found.data !== undefined) {
    return <TicketDetails ticket={found.data} />;
  }
  return found.isError ? (
    <Page title={t("nav.tickets")}>
      <LoadError error={found.error} retry={found.refetch} />
    </Page>
  ) : (
    <PageSkeleton />
  );
}

function TicketDetails({ ticket }: { ticket: Ticket }) {
  const t = useT();
  const money = useMoney();
  const isOwn = useSession().user?.id === ticket.userId;
  const state = useTicketState(ticket);
  const price = money(ticket.price);
  const unavailable = !isOwn && (state.kind === "unavailable" || state.kind === "hidden");
  return (
    <PageFrame>
      <title>{`${isolate(ticket.title)} · ${t("app.name")}`}</title>
      <p className={styles.back}>
        <Link to="/">
          <span aria-hidden="true">← </span>
          {t("ticket.back")}
        </Link>
      </p>
      <article className={classes(ticketStyles.ticket, styles.ticket, unavailable && ticketStyles.unavailable)}>
        <div className={styles.body}>
          <h1 dir="auto" tabIndex={-1}>
            {ticket.title}
          </h1>
          <p role="status">{isOwn ? <ListingBadge ticket={ticket} /> : <StateBadge state={state} />}</p>
          <TicketFacts ticket={ticket} />
          {isOwn ? <OwnListing ticket={ticket} /> : <TicketActions ticket={ticket} state={state} />}
        </div>
        <div className={classes(ticketStyles.stub, styles.stub)}>
          <p className={styles.priceLabel}>{t("ticket.price")}</p>
          <p className={classes(ticketStyles.price, styles.price, isLong(price) && styles.longPrice)}>{price}</p>
          {unavailable && (
            <span className={classes(ticketStyles.stamp, styles.stamp)} aria-hidden="true">
              {t(state.kind === "hidden" ? "ticket.hidden" : "ticket.unavailable")}
            </span>
          )}
        </div>
      </article>
      {isOwn ? <SellerDelivery ticketId={ticket.id} /> : <SimilarTickets ticket={ticket} />}
    </PageFrame>
  );
}

/** The state of a ticket for a buyer. */
type TicketState =
  { kind: "available" | "started" | "hidden" | "unavailable" | "unknown" } | { kind: "held" | "bought"; order: Order };

function useTicketState(ticket: Ticket): TicketState {
  const myOrder = useMyOrder(ticket);
  const [now] = useState(() => serverClock.now());
  // the event stream may report the buyer's own hold before the response to the order arrives
  const isBuying = useIsMutating({ mutationKey: mutationKeys.buy(ticket.id) }) > 0;
  if (ticket.orderId === undefined || isBuying) {
    if (ticket.hidden === true) {
      return { kind: "hidden" };
    }
    const started = ticket.startsAt !== undefined && Date.parse(ticket.startsAt) <= now;
    return { kind: started ? "started" : "available" };
  }
  if (myOrder === undefined) {
    return { kind: "unknown" };
  }
  if (myOrder !== null && isHold(myOrder)) {
    return { kind: "held", order: myOrder };
  }
  return myOrder?.status === "complete" ? { kind: "bought", order: myOrder } : { kind: "unavailable" };
}

function StateBadge({ state }: { state: TicketState }) {
  const t = useT();
  switch (state.kind) {
    case "available":
      return <Badge tone="good">{t("ticket.available")}</Badge>;
    case "started":
      return <Badge tone="muted">{t("ticket.started")}</Badge>;
    case "hidden":
      return <Badge tone="muted">{t("ticket.hidden")}</Badge>;
    case "unavailable":
      return <Badge tone="muted">{t("ticket.unavailable")}</Badge>;
    case "held":
      return <Badge tone="accent">{t("ticket.heldForYou")}</Badge>;
    case "bought":
      return <Badge tone="good">{t("ticket.bought")}</Badge>;
    case "unknown":
      return null;
  }
}

function TicketActions({ ticket, state }: { ticket: Ticket; state: TicketState }) {
  const t = useT();
  const { user, pending } = useSession();
  if (state.kind === "held") {
    return (
      <>
        <p>
          {t("ticket.held")} · <TimeLeft until={state.order.expiresAt} />
        </p>
        <ButtonLink look="primary" to={`/orders/${state.order.id}`}>
          {t("ticket.held.pay")}
        </ButtonLink>
      </>
    );
  }
  if (state.kind === "bought") {
    return (
      <>
        <p>{t("ticket.bought.text")}</p>
        <ButtonLink look="primary" to={`/orders/${state.order.id}`}>
          {t("ticket.bought.order")}
        </ButtonLink>
      </>
    );
  }
  if (state.kind === "started") {
    return <p>{t("ticket.started.text")}</p>;
  }
  if (state.kind === "hidden") {
    return <p>{t("ticket.hidden.text")}</p>;
  }
  if (state.kind === "unavailable") {
    return (
      <>
        <p>{t("ticket.unavailable.text")}</p>
        <WatchButton ticket={ticket} />
      </>
    );
  }
  if (state.kind === "unknown" || pending) {
    return null;
  }
  return user === null ? (
    <>
      <p>{t("ticket.hold.text")}</p>
      <ButtonLink look="primary" to={`/signin?${new URLSearchParams({ next: `/tickets/${ticket.id}` })}`}>
        {t("ticket.buy.signIn")}
      </ButtonLink>
    </>
  ) : (
    <BuyTicket ticket={ticket} />
  );
}
