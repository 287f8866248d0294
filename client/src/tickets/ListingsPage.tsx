import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { entriesOf, myTickets, sales } from "../api/queries";
import type { Receipt, Ticket } from "../api/types";
import { useT } from "../i18n/context";
import type { MessageKey } from "../i18n/en";
import { useMoney } from "../i18n/format";
import { POLL_INTERVAL, useLive } from "../live";
import { Badge, type Tone } from "../ui/Badge";
import { ButtonLink } from "../ui/Button";
import { Empty } from "../ui/Empty";
import { LoadError } from "../ui/LoadError";
import { More } from "../ui/More";
import { Page } from "../ui/Page";
import { Row, Rows } from "../ui/Rows";
import { Skeleton } from "../ui/Skeleton";

interface ListingState {
  words: MessageKey;
  tone: Tone;
}

export function ListingsPage() {
  const t = useT();
  const { live } = useLive();
  const listings = useInfiniteQuery({ ...myTickets, refetchInterval: live ? false : POLL_INTERVAL });
  // a sale does not change the ticket, which is held already, so no event reports it
  const sold = useInfiniteQuery({ ...sales, refetchInterval: POLL_INTERVAL });
  const tickets = entriesOf(listings.data);
  const receipts = new Map(entriesOf(sold.data).map((receipt) => [receipt.orderId, receipt]));
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
            <Listing key={ticket.id} ticket={ticket} state={stateOf(ticket, receipts)} />
          ))}
        </Rows>
      )}
      <More {...listings} />
    </Page>
  );
}

/** Derives the state of a listing from its order and that order's payment. */
export function stateOf(ticket: Ticket, receipts: ReadonlyMap<string, Receipt>): ListingState {
  if (ticket.orderId === undefined) {
    return { words: "listings.state.sale", tone: "good" };
  }
  switch (receipts.get(ticket.orderId)?.status) {
    case undefined:
      return { words: "listings.state.held", tone: "accent" };
    case "refunding":
      return { words: "listings.state.refunding", tone: "muted" };
    case "failed":
      return { words: "listings.state.refundFailed", tone: "bad" };
    case "refunded":
      return { words: "listings.state.refunded", tone: "muted" };
    default:
      return { words: "listings.state.sold", tone: "accent" };
  }
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
