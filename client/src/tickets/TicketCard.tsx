import { memo } from "react";
import { Link } from "react-router";
import type { Order } from "../api/types";
import { useT } from "../i18n/context";
import { useMoney } from "../i18n/format";
import { isHold, TimeLeft } from "../orders";
import { useSession } from "../session";
import { classes } from "../ui/classes";
import { EventLines } from "../ui/EventLines";
import { isLong } from "./isLong";
import ticketStyles from "./ticket.module.css";
import { isUnavailable, type ListedTicket } from "./ticketCache";
import styles from "./TicketCard.module.css";

interface TicketCardProps {
  ticket: ListedTicket;
  /** The user's own order of the ticket. */
  order: Order | undefined;
}

/** A ticket in the list. */
export const TicketCard = memo(function TicketCard({ ticket, order }: TicketCardProps) {
  const t = useT();
  const money = useMoney();
  const { user } = useSession();
  const hold = order !== undefined && isHold(order) ? order : undefined;
  const bought = order?.status === "complete";
  const unavailable = isUnavailable(ticket) && hold === undefined && !bought;
  const price = money(ticket.price);
  return (
    <li className={styles.card}>
      <Link
        to={`/tickets/${ticket.id}`}
        className={classes(ticketStyles.ticket, styles.link, unavailable && ticketStyles.unavailable)}
      >
        <span className={styles.body}>
          <bdi className={classes(styles.title, unavailable && styles.unavailable)}>{ticket.title}</bdi>
          <EventLines event={ticket} />
          {user?.id === ticket.userId && <span className={styles.note}>{t("list.yours")}</span>}
          {bought && <span className={styles.held}>{t("ticket.bought")}</span>}
          {hold !== undefined && (
            <span className={styles.held}>
              {t("ticket.heldForYou")} · <TimeLeft until={hold.expiresAt} inLink />
            </span>
          )}
        </span>
        <span className={ticketStyles.stub}>
          <span className={classes(ticketStyles.price, isLong(price) && ticketStyles.long)}>{price}</span>
          {unavailable && <span className={ticketStyles.stamp}>{t("list.unavailable")}</span>}
        </span>
      </Link>
    </li>
  );
});
