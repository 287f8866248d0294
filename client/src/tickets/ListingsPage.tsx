import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { entriesOf, myTickets } from "../api/queries";
import type { Ticket } from "../api/types";
import { useT } from "../i18n/context";
import { useMoney } from "../i18n/format";
import { POLL_INTERVAL, useLive } from "../live";
import { Badge } from "../ui/Badge";
import { ButtonLink } from "../ui/Button";
import { Empty } from "../ui/Empty";
import { LoadError } from "../ui/LoadError";
import { More } from "../ui/More";
import { Page } from "../ui/Page";
import { Row, Rows } from "../ui/Rows";
import { Skeleton } from "../ui/Skeleton";
import type { ListingState } from "./listingState";
import { useListingStates } from "./useListingStates";

export function ListingsPage() {
  const t = useT();
  const { live } = useLive();
  const listings = useInfiniteQuery({ ...myTickets, refetchInterval: live ? false : POLL_INTERVAL });
  const tickets = entriesOf(listings.data);
  const stateOf = useListingStates(tickets);
  return (
    <Page
      title={t("listings.title")}
      action={
        <ButtonLink look="primary" to="/sell">
          {t("nav.sell")}
        </ButtonLink>
      }
    >
      {listings.isPending ? (
        <Skeleton shape="row" count={4} />
      ) : listings.isError ? (
        <LoadError error={listings.error} retry={listings.refetch} />
      ) : tickets.length === 0 ? (
        <Empty title={t("listings.empty.title")} text={t("listings.empty.text")} />
      ) : (
        <Rows>
          {tickets.map((ticket) => (
            <Listing key={ticket.id} ticket={ticket} state={stateOf(ticket)} />
          ))}
        </Rows>
      )}
      <More {...listings} />
    </Page>
  );
}

function Listing({ ticket, state }: { ticket: Ticket; state: ListingState }) {
  const t = useT();
  const money = useMoney();
  return (
    <Row
      price={money(ticket.price)}
      actions={
        ticket.orderId === undefined && (
          <ButtonLink to={`/tickets/${ticket.id}/edit`} aria-label={t("ticket.edit.named", { title: ticket.title })}>
            {t("ticket.edit")}
          </ButtonLink>
        )
      }
    >
      <Link to={`/tickets/${ticket.id}`}>{ticket.title}</Link>
      <Badge tone={state.tone}>{t(state.words)}</Badge>
    </Row>
  );
}
