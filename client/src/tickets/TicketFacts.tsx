import type { ReactNode } from "react";
import type { Ticket } from "../api/types";
import { categoryName } from "../i18n/category";
import { useT } from "../i18n/context";
import { useEventTime } from "../i18n/eventTime";
import { useDateTime } from "../i18n/format";
import styles from "./TicketFacts.module.css";

/** Everything that a ticket states about its event, and since when it is listed. */
export function TicketFacts({ ticket }: { ticket: Ticket }) {
  const t = useT();
  const eventTime = useEventTime("long");
  const dateTime = useDateTime();
  const category = categoryName(ticket.category);
  const facts: [string, ReactNode][] = [
    [t("sell.startsAt"), ticket.startsAt && <time dateTime={ticket.startsAt}>{eventTime(ticket)}</time>],
    [t("sell.venue"), ticket.venue && <bdi>{ticket.venue}</bdi>],
    [t("sell.city"), ticket.city && <bdi>{ticket.city}</bdi>],
    [t("sell.seat"), ticket.seat && <bdi>{ticket.seat}</bdi>],
    [t("sell.category"), category && t(category)],
    [t("ticket.listedAt"), ticket.listedAt && <time dateTime={ticket.listedAt}>{dateTime(ticket.listedAt)}</time>],
  ];
  const stated = facts.filter(([, fact]) => fact !== undefined);
  return (
    <>
      {stated.length > 0 && (
        <dl className={styles.facts}>
          {stated.map(([name, fact]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
        </dl>
      )}
      {ticket.description !== undefined && (
        <p className={styles.description} dir="auto">
          {ticket.description}
        </p>
      )}
    </>
  );
}
