import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { entriesOf, ticketList } from "../api/queries";
import type { Ticket } from "../api/types";
import { useT } from "../i18n/context";
import { addressOf, type ListSearch, similarTo, toQuery } from "./listSearch";
import styles from "./SimilarTickets.module.css";
import { isUnavailable, type ListedTicket } from "./ticketCache";
import { TicketCard } from "./TicketCard";

const SHOWN = 3;

/** Shows tickets of the same category in the same city that are for sale, if there are any. */
export function SimilarTickets({ ticket }: { ticket: Ticket }) {
  const search = similarTo(ticket);
  return search && <Similar search={search} ticketId={ticket.id} />;
}

function Similar({ search, ticketId }: { search: ListSearch; ticketId: string }) {
  const t = useT();
  const list = useInfiniteQuery(ticketList(toQuery(search)));
  const similar = entriesOf<ListedTicket>(list.data).filter((each) => each.id !== ticketId && !isUnavailable(each));
  if (similar.length === 0) {
    return null;
  }
  return (
    <section className={styles.similar} aria-labelledby="similar">
      <h2 id="similar">{t("ticket.similar")}</h2>
      <ul className={styles.cards}>
        {similar.slice(0, SHOWN).map((each) => (
          <TicketCard key={each.id} ticket={each} order={undefined} />
        ))}
      </ul>
      {similar.length > SHOWN && <Link to={addressOf(search)}>{t("ticket.similar.all")}</Link>}
    </section>
  );
}
