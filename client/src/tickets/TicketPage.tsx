import { useIsMutating, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { isStatus } from "../api/errors";
import { ticket as ticketQuery } from "../api/queries";
import { mutationKeys } from "../api/queryKeys";
import type { Order, Ticket } from "../api/types";
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
import { isLong } from "./price";
import ticketStyles from "./ticket.module.css";
import styles from "./TicketPage.module.css";
import { useListingStates } from "./useListingStates";

export function TicketPage() {
  const t = useT();
  const { id = "" } = useParams();
  const { live } = useLive();
  const found = useQuery({ ...ticketQuery(id), refetchInterval: live ? false : POLL_INTERVAL });
  if (found.isSuccess) {
    return <TicketDetails ticket={found.data} />;
  }
  if (isStatus(found.error, 404)) {
    return <NotFound />;
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
  const unavailable = state.kind === "unavailable";
  return (
    <PageFrame>
      <title>{`${isolate(ticket.title)} · ${t("app.name")}`}</title>
      <p className={styles.back}>
        <Link to="/">← {t("ticket.back")}</Link>
      </p>
      <article className={classes(ticketStyles.ticket, styles.ticket, unavailable && ticketStyles.unavailable)}>
        <div className={styles.body}>
          <h1 dir="auto" tabIndex={-1}>
            {ticket.title}
          </h1>
          <p role="status">{isOwn ? <ListingBadge ticket={ticket} /> : <StateBadge state={state} />}</p>
          {isOwn ? <OwnListing ticket={ticket} /> : <TicketActions ticket={ticket} state={state} />}
        </div>
        <div className={classes(ticketStyles.stub, styles.stub)}>
          <p className={styles.priceLabel}>{t("ticket.price")}</p>
          <p className={classes(ticketStyles.price, styles.price, isLong(price) && styles.longPrice)}>{price}</p>
          {unavailable && (
            <span className={classes(ticketStyles.stamp, styles.stamp)} aria-hidden="true">
              {t("ticket.unavailable")}
            </span>
          )}
        </div>
      </article>
    </PageFrame>
  );
}

/** What a ticket is to a buyer. */
type TicketState = { kind: "available" | "unavailable" | "unknown" } | { kind: "held" | "bought"; order: Order };

function useTicketState(ticket: Ticket): TicketState {
  const myOrder = useMyOrder(ticket);
  // the event stream may report the buyer's own hold before the response to the order arrives
  const isBuying = useIsMutating({ mutationKey: mutationKeys.buy(ticket.id) }) > 0;
  if (ticket.orderId === undefined || isBuying) {
    return { kind: "available" };
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
  if (state.kind === "unavailable") {
    return <p>{t("ticket.unavailable.text")}</p>;
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

function ListingBadge({ ticket }: { ticket: Ticket }) {
  const t = useT();
  const { words, tone } = useListingStates([ticket])(ticket);
  return <Badge tone={tone}>{t(words)}</Badge>;
}

function OwnListing({ ticket }: { ticket: Ticket }) {
  const t = useT();
  return (
    <>
      <p>{t("ticket.own")}</p>
      {ticket.orderId === undefined ? (
        <ButtonLink look="primary" to={`/tickets/${ticket.id}/edit`}>
          {t("ticket.edit")}
        </ButtonLink>
      ) : (
        <p>{t("ticket.edit.locked")}</p>
      )}
    </>
  );
}
