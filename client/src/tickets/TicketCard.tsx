import { memo } from "react";
import { Link } from "react-router";
import { useT } from "../i18n/context";
import { useMoney } from "../i18n/format";
import { isUnavailable, type ListedTicket } from "./ticketCache";
import { useSession } from "../session";

/** A ticket with its stub; the stub has the price, and the stamp when it is taken. */
export const TicketCard = memo(function TicketCard({ ticket }: { ticket: ListedTicket }) {
  const t = useT();
  const money = useMoney();
  const { user } = useSession();
  const taken = isUnavailable(ticket);
  return (
    <li className={taken ? "card card-taken" : "card"}>
      <Link to={`/tickets/${ticket.id}`} className="card-link">
        <span className="card-body">
          <span className="card-title">{ticket.title}</span>
          {user?.id === ticket.userId && <span className="card-note">{t("list.yours")}</span>}
        </span>
        <span className="card-stub">
          <span className="card-price">{money(ticket.price)}</span>
          {taken && <span className="stamp">{t("list.unavailable")}</span>}
        </span>
      </Link>
    </li>
  );
});
