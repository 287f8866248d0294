import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { isStatus } from "../api/errors";
import { ticket as ticketQuery } from "../api/queries";
import type { Ticket } from "../api/types";
import { useT } from "../i18n/context";
import { useMoney } from "../i18n/format";
import { POLL_INTERVAL, useLive } from "../live";
import { useMyHold } from "../orders";
import { useSession } from "../session";
import { Badge } from "../ui/Badge";
import { LoadError } from "../ui/LoadError";
import { NotFound } from "../ui/NotFound";
import { Page } from "../ui/Page";
import { PageSkeleton } from "../ui/Skeleton";
import { BuyTicket } from "./BuyTicket";

export function TicketPage() {
  const t = useT();
  const { id = "" } = useParams();
  const { live } = useLive();
  const found = useQuery({ ...ticketQuery(id), refetchInterval: live ? false : POLL_INTERVAL });
  if (found.isSuccess) {
    return <Found ticket={found.data} />;
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

function Found({ ticket }: { ticket: Ticket }) {
  const t = useT();
  const money = useMoney();
  const taken = ticket.orderId !== undefined;
  return (
    <div className="page">
      <title>{`${ticket.title} · ${t("app.name")}`}</title>
      <p className="back">
        <Link to="/">← {t("ticket.back")}</Link>
      </p>
      <article className={taken ? "ticket ticket-taken" : "ticket"}>
        <div className="ticket-body">
          <h1>{ticket.title}</h1>
          <p role="status">
            <Badge tone={taken ? "muted" : "good"}>{t(taken ? "ticket.unavailable" : "ticket.available")}</Badge>
          </p>
          <WhatToDo ticket={ticket} />
        </div>
        <div className="ticket-stub">
          <p className="ticket-price-label">{t("ticket.price")}</p>
          <p className="ticket-price">{money(ticket.price)}</p>
          {taken && (
            <span className="stamp" aria-hidden="true">
              {t("ticket.unavailable")}
            </span>
          )}
        </div>
      </article>
    </div>
  );
}

function WhatToDo({ ticket }: { ticket: Ticket }) {
  const t = useT();
  const { user, pending } = useSession();
  const hold = useMyHold(ticket);
  if (user?.id === ticket.userId) {
    return <OwnListing ticket={ticket} />;
  }
  if (hold !== undefined) {
    return (
      <>
        <p>{t("ticket.held")}</p>
        <Link className="button button-primary" to={`/orders/${hold.id}`}>
          {t("ticket.held.pay")}
        </Link>
      </>
    );
  }
  if (ticket.orderId !== undefined) {
    return <p>{t("ticket.unavailable.text")}</p>;
  }
  if (user === null) {
    return pending ? null : (
      <>
        <p>{t("ticket.hold.text")}</p>
        <Link
          className="button button-primary"
          to={`/signin?${new URLSearchParams({ next: `/tickets/${ticket.id}` })}`}
        >
          {t("ticket.buy.signIn")}
        </Link>
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
        <Link className="button button-primary" to={`/tickets/${ticket.id}/edit`}>
          {t("ticket.edit")}
        </Link>
      ) : (
        <p>{t("ticket.edit.locked")}</p>
      )}
    </>
  );
}
