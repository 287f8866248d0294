import { useIsMutating, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { isStatus } from "../api/errors";
import { ticket as ticketQuery } from "../api/queries";
import { mutationKeys } from "../api/queryKeys";
import type { Order, Ticket } from "../api/types";
import { useT } from "../i18n/context";
import { useMoney } from "../i18n/format";
import { POLL_INTERVAL, useLive } from "../live";
import { useMyHold } from "../orders";
import { useSession } from "../session";
import { Badge } from "../ui/Badge";
import { ButtonLink } from "../ui/Button";
import { classes } from "../ui/classes";
import { LoadError } from "../ui/LoadError";
import { NotFound } from "../ui/NotFound";
import { Page, PageFrame } from "../ui/Page";
import { PageSkeleton } from "../ui/Skeleton";
import { BuyTicket } from "./BuyTicket";
import ticketStyles from "./ticket.module.css";
import styles from "./TicketPage.module.css";

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
  const myHold = useMyHold(ticket);
  // the event stream may report the buyer's own hold before the response to the order arrives
  const isBuying = useIsMutating({ mutationKey: mutationKeys.buy(ticket.id) }) > 0;
  const unavailable = ticket.orderId !== undefined && myHold === undefined && !isBuying;
  return (
    <PageFrame>
      <title>{`${ticket.title} · ${t("app.name")}`}</title>
      <p className={styles.back}>
        <Link to="/">← {t("ticket.back")}</Link>
      </p>
      <article className={classes(ticketStyles.ticket, styles.ticket, unavailable && ticketStyles.unavailable)}>
        <div className={styles.body}>
          <h1>{ticket.title}</h1>
          <p role="status">
            {myHold !== undefined ? (
              <Badge tone="accent">{t("ticket.heldForYou")}</Badge>
            ) : (
              <Badge tone={unavailable ? "muted" : "good"}>
                {t(unavailable ? "ticket.unavailable" : "ticket.available")}
              </Badge>
            )}
          </p>
          <TicketActions ticket={ticket} unavailable={unavailable} myHold={isBuying ? undefined : myHold} />
        </div>
        <div className={classes(ticketStyles.stub, styles.stub)}>
          <p className={styles.priceLabel}>{t("ticket.price")}</p>
          <p className={classes(ticketStyles.price, styles.price)}>{money(ticket.price)}</p>
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

interface TicketActionsProps {
  ticket: Ticket;
  unavailable: boolean;
  myHold: Order | undefined;
}

function TicketActions({ ticket, unavailable, myHold }: TicketActionsProps) {
  const t = useT();
  const { user, pending } = useSession();
  if (user?.id === ticket.userId) {
    return <OwnListing ticket={ticket} />;
  }
  if (myHold !== undefined) {
    return (
      <>
        <p>{t("ticket.held")}</p>
        <ButtonLink look="primary" to={`/orders/${myHold.id}`}>
          {t("ticket.held.pay")}
        </ButtonLink>
      </>
    );
  }
  if (unavailable) {
    return <p>{t("ticket.unavailable.text")}</p>;
  }
  if (user === null) {
    return pending ? null : (
      <>
        <p>{t("ticket.hold.text")}</p>
        <ButtonLink look="primary" to={`/signin?${new URLSearchParams({ next: `/tickets/${ticket.id}` })}`}>
          {t("ticket.buy.signIn")}
        </ButtonLink>
      </>
    );
  }
  return <BuyTicket ticket={ticket} />;
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
