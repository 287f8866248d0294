import { memo } from "react";
import { Link } from "react-router";
import { useT } from "../i18n/context";
import { useMoney } from "../i18n/format";
import { useSession } from "../session";
import { classes } from "../ui/classes";
import ticketStyles from "./ticket.module.css";
import { isUnavailable, type ListedTicket } from "./ticketCache";
import styles from "./TicketCard.module.css";

/** A ticket in the list. */
export const TicketCard = memo(function TicketCard({ ticket }: { ticket: ListedTicket }) {
  const t = useT();
  const money = useMoney();
  const { user } = useSession();
  const unavailable = isUnavailable(ticket);
  return (
    <li className={styles.card}>
      <Link
        to={`/tickets/${ticket.id}`}
        className={classes(ticketStyles.ticket, styles.link, unavailable && ticketStyles.unavailable)}
      >
        <span className={styles.body}>
          <span className={classes(styles.title, unavailable && styles.unavailable)}>{ticket.title}</span>
          {user?.id === ticket.userId && <span className={styles.note}>{t("list.yours")}</span>}
        </span>
        <span className={ticketStyles.stub}>
          <span className={ticketStyles.price}>{money(ticket.price)}</span>
          {unavailable && <span className={ticketStyles.stamp}>{t("list.unavailable")}</span>}
        </span>
      </Link>
    </li>
  );
});
