import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { entriesOf } from "../api/queries";
import type { ListingOf } from "../api/types";
import { useT } from "../i18n/context";
import { useMoney } from "../i18n/format";
import { listedState } from "../tickets";
import { Badge } from "../ui/Badge";
import { EventLines } from "../ui/EventLines";
import { LoadError } from "../ui/LoadError";
import { More } from "../ui/More";
import { Row, RowNote, Rows } from "../ui/Rows";
import { Skeleton } from "../ui/Skeleton";
import { listingsOf } from "./queries";

/** The listings of a user, on the page for admins. */
export function UserListings({ sellerId }: { sellerId: string }) {
  const t = useT();
  const listings = useInfiniteQuery(listingsOf(sellerId));
  const tickets = entriesOf(listings.data);
  return (
    <section>
      <h2>{t("admin.user.listings")}</h2>
      {listings.isPending ? (
        <Skeleton shape="row" count={2} />
      ) : listings.isLoadingError ? (
        <LoadError error={listings.error} retry={listings.refetch} />
      ) : tickets.length === 0 ? (
        <p>{t("listings.empty.title")}</p>
      ) : (
        <Rows>
          {tickets.map((ticket) => (
            <ListingRow key={ticket.id} ticket={ticket} />
          ))}
        </Rows>
      )}
      <More {...listings} list={t("admin.user.listings")} />
    </section>
  );
}

function ListingRow({ ticket }: { ticket: ListingOf }) {
  const t = useT();
  const money = useMoney();
  const state = listedState(ticket);
  return (
    <Row price={money(ticket.price)}>
      <Link to={`/tickets/${ticket.id}`}>
        <bdi>{ticket.title}</bdi>
      </Link>
      <Badge tone={state.tone}>{t(state.words)}</Badge>
      {ticket.status === "sold" && ticket.delivered === false && <Badge tone="bad">{t("delivery.missing")}</Badge>}
      <RowNote>
        <EventLines event={ticket} />
      </RowNote>
    </Row>
  );
}
