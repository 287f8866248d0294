import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { entriesOf, listings as listingsQuery, type ListingGroup, listingTotals } from "../api/queries";
import type { Receipt, Ticket } from "../api/types";
import { useI18n, useT } from "../i18n/context";
import { useMoney } from "../i18n/format";
import { POLL_INTERVAL, useLive } from "../live";
import { RelistButton } from "../payments";
import { Badge } from "../ui/Badge";
import { ButtonLink } from "../ui/Button";
import { Empty } from "../ui/Empty";
import { LoadError } from "../ui/LoadError";
import { More } from "../ui/More";
import { Page } from "../ui/Page";
import { Row, Rows } from "../ui/Rows";
import { Skeleton } from "../ui/Skeleton";
import { Tabs } from "../ui/Tabs";
import { useFocusOnLoss } from "../ui/useFocusOnLoss";
import type { ListingState } from "./listingState";
import { useListingStates } from "./useListingStates";
import { useListingUpdates } from "./useListingUpdates";
import { WithdrawOrRestoreButton } from "./WithdrawOrRestoreButton";

const GROUPS: readonly ListingGroup[] = ["on-sale", "held", "sold", "delivered", "withdrawn"];

/** The service counts no further. */
const MAX_TOTAL = 1_000;

export function ListingsPage() {
  const t = useT();
  const [search] = useSearchParams();
  const status = GROUPS.find((each) => each === search.get("status")) ?? "on-sale";
  useListingUpdates();
  return (
    <Page
      title={t("listings.title")}
      action={
        <ButtonLink look="primary" to="/sell">
          {t("nav.sell")}
        </ButtonLink>
      }
    >
      <GroupTabs current={status} />
      <Listings key={status} status={status} />
    </Page>
  );
}

function GroupTabs({ current }: { current: ListingGroup }) {
  const { t, locale } = useI18n();
  const totals = useQuery(listingTotals).data;
  const number = new Intl.NumberFormat(locale);
  const total = (status: ListingGroup) => {
    const count = totals?.[status] ?? 0;
    return count === MAX_TOTAL ? `${number.format(MAX_TOTAL)}+` : number.format(count);
  };
  return (
    <Tabs label={t("listings.tabs")}>
      {GROUPS.map((status) => (
        <Link
          key={status}
          to={status === "on-sale" ? "/listings" : `/listings?status=${status}`}
          aria-current={status === current ? "page" : undefined}
        >
          {totals === undefined
            ? t(`listings.tab.${status}`)
            : t("listings.tab.total", { tab: t(`listings.tab.${status}`), total: total(status) })}
        </Link>
      ))}
    </Tabs>
  );
}

function Listings({ status }: { status: ListingGroup }) {
  const t = useT();
  const { live } = useLive();
  const listings = useInfiniteQuery({
    ...listingsQuery(status),
    refetchInterval: live ? false : POLL_INTERVAL,
  });
  const tickets = entriesOf(listings.data);
  const { stateOf, receiptOf } = useListingStates(tickets);
  const totals = useQuery(listingTotals).data;
  // a withdrawn or restored ticket leaves the list with its button
  useFocusOnLoss(tickets.length);
  if (listings.isPending) {
    return <Skeleton shape="row" count={4} />;
  }
  if (listings.isLoadingError) {
    return <LoadError error={listings.error} retry={listings.refetch} />;
  }
  if (tickets.length === 0) {
    const isFirst = totals === undefined || GROUPS.every((each) => totals[each] === 0);
    return (
      <Empty
        title={t(isFirst ? "listings.empty.title" : "listings.none.title")}
        text={t(status === "on-sale" ? "listings.empty.text" : `listings.none.${status}`)}
      />
    );
  }
  return (
    <>
      <Rows>
        {tickets.map((ticket) => (
          <Listing key={ticket.id} ticket={ticket} state={stateOf(ticket)} receipt={receiptOf(ticket)} />
        ))}
      </Rows>
      <More {...listings} />
    </>
  );
}

interface ListingProps {
  ticket: Ticket;
  state: ListingState;
  receipt: Receipt | undefined;
}

function Listing({ ticket, state, receipt }: ListingProps) {
  const t = useT();
  const money = useMoney();
  return (
    <Row
      price={money(ticket.price)}
      actions={
        ticket.orderId === undefined ? (
          <>
            <WithdrawOrRestoreButton ticket={ticket} />
            <ButtonLink to={`/tickets/${ticket.id}/edit`} aria-label={t("ticket.edit.named", { title: ticket.title })}>
              {t("ticket.edit")}
            </ButtonLink>
          </>
        ) : (
          receipt?.refund?.relistable === true && <RelistButton receipt={receipt} title={ticket.title} />
        )
      }
    >
      <Link to={`/tickets/${ticket.id}`}>
        <bdi>{ticket.title}</bdi>
      </Link>
      <Badge tone={state.tone}>{t(state.words)}</Badge>
      {state.words === "listings.state.sold" && ticket.delivered === false && (
        <Badge tone="bad">{t("delivery.missing")}</Badge>
      )}
    </Row>
  );
}
