import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { entriesOf, ticketList } from "../api/queries";
import type { Ticket } from "../api/types";
import { loadChunk } from "../browser/chunks";
import { useT } from "../i18n/context";
import { useLive, useTicketChanges } from "../live";
import { useMyListedOrders } from "../orders";
import { useAnnounce } from "../ui/announcer";
import { Button, ButtonLink } from "../ui/Button";
import { Empty } from "../ui/Empty";
import { focusHeading } from "../ui/focusHeading";
import { LoadError } from "../ui/LoadError";
import { More } from "../ui/More";
import { Page } from "../ui/Page";
import { Skeleton } from "../ui/Skeleton";
import { ListFilters } from "./ListFilters";
import { addressOf, countFilters, type ListSearch, NO_FILTERS, readSearch, toQuery } from "./listSearch";
import { SearchBox } from "./SearchBox";
import { isUnavailable, type ListedTicket } from "./ticketCache";
import { TicketCard } from "./TicketCard";
import styles from "./TicketListPage.module.css";
import { useNewestTickets } from "./useNewestTickets";

/** After these pages, loading needs a click, so that the footer can be reached. */
const AUTOMATIC_PAGES = 5;

/** The maximum number of new tickets that are offered. */
const MAX_ARRIVALS = 200;

export function TicketListPage() {
  const t = useT();
  const [search] = useSearchParams();
  const wanted = readSearch(search);
  return (
    <Page title={t("list.title")} lead={t("list.lead")}>
      <SearchBox />
      <ListFilters search={wanted} />
      <Results key={JSON.stringify(wanted)} search={wanted} />
    </Page>
  );
}

function Results({ search }: { search: ListSearch }) {
  const t = useT();
  const list = useInfiniteQuery(ticketList(toQuery(search)));
  const shown = entriesOf<ListedTicket>(list.data);
  const orders = useMyListedOrders();
  const arrivals = useArrivals(search, shown, list);
  useAnnouncedChanges(shown);

  if (list.isLoadingError) {
    return <LoadError error={list.error} retry={list.refetch} />;
  }
  return (
    <section aria-label={t("list.title")}>
      <div className={styles.toolbar}>
        <p className={styles.count} role="status">
          {!list.isPending && t(list.hasNextPage ? "list.resultsMore" : "list.results", { count: shown.length })}
        </p>
        <div role="status">
          <Arrivals {...arrivals} search={search} />
        </div>
      </div>
      {list.isPending ? (
        <div className={styles.cards}>
          <Skeleton shape="card" count={9} />
        </div>
      ) : shown.length === 0 ? (
        <NoTickets search={search} />
      ) : (
        <>
          <ul className={styles.cards}>
            {shown.map((ticket) => (
              <TicketCard key={ticket.id} ticket={ticket} order={orders.get(ticket.orderId ?? "")} />
            ))}
          </ul>
          <More {...list} auto={list.data.pages.length < AUTOMATIC_PAGES} />
        </>
      )}
    </section>
  );
}

function NoTickets({ search }: { search: ListSearch }) {
  const t = useT();
  const { q } = search;
  if (countFilters(search) > 0) {
    return (
      <Empty title={t("list.noneFiltered.title")} text={t("list.noneFiltered.text")}>
        <ButtonLink to={addressOf({ ...search, filters: NO_FILTERS })}>{t("list.filter.reset")}</ButtonLink>
      </Empty>
    );
  }
  return q === "" ? (
    <Empty title={t("list.empty.title")} text={t("list.empty.text")}>
      <ButtonLink look="primary" to="/sell">
        {t("nav.sell")}
      </ButtonLink>
    </Empty>
  ) : (
    <Empty title={t("list.none.title", { q })} text={t("list.none.text")}>
      <ButtonLink to="/">{t("list.search.clear")}</ButtonLink>
    </Empty>
  );
}

/** New tickets are shown on a click only, so that the list does not move while it is used. */
function Arrivals({ count, clear, search }: { count: number; clear: () => void; search: ListSearch }) {
  const t = useT();
  const queryClient = useQueryClient();
  if (count === 0) {
    return null;
  }
  return (
    <Button
      look="primary"
      onClick={() => {
        window.scrollTo({ top: 0 });
        // the button disappears
        focusHeading();
        clear();
        void queryClient.resetQueries({ queryKey: ticketList(toQuery(search)).queryKey });
      }}
    >
      {t("list.arrivals", { count })}
    </Button>
  );
}

interface ListState {
  isPending: boolean;
  hasNextPage: boolean;
}

function useArrivals(search: ListSearch, shown: Ticket[], { isPending, hasNextPage }: ListState) {
  const [arrived, setArrived] = useState<Ticket[]>([]);
  const { live } = useLive();
  const replace = (ids: string[], tickets: Ticket[]) =>
    void loadFilter(search).then(
      (isWanted) =>
        setArrived((before) => {
          const others = before.filter(({ id }) => !ids.includes(id));
          const wanted = tickets.filter((ticket) => !isUnavailable(ticket) && isWanted(ticket));
          const isSame = wanted.length === 0 && others.length === before.length;
          return isSame ? before : [...others, ...wanted].slice(-MAX_ARRIVALS);
        }),
      // the next ticket loads it again
      () => undefined,
    );
  const note = (tickets: Ticket[]) =>
    replace(
      tickets.map(({ id }) => id),
      tickets,
    );
  useTicketChanges({ onTicket: (ticket) => note([ticket]), onHidden: (ticketId) => replace([ticketId], []) });
  useNewestTickets(toQuery(search), !live, note);
  // A changed ticket that is older than the first one is back on sale and belongs further down. An unchanged one is new: a
  // server whose clock is behind has created it. Below the last one, the next page contains it.
  const newest = shown[0]?.id ?? "";
  const end = hasNextPage ? (shown.at(-1)?.id ?? "") : "";
  const isNew = ({ id, version }: Ticket) =>
    shown.every((ticket) => ticket.id !== id) &&
    // in another order than that of the ids, a new ticket may belong anywhere
    (search.sort === "newest" ? id > newest || (version === 0 && id > end) : version === 0);
  return { count: isPending ? 0 : arrived.filter(isNew).length, clear: () => setArrived([]) };
}

/** Returns whether the list contains a ticket. The list of all tickets does not have to load the search. */
async function loadFilter(search: ListSearch): Promise<(ticket: Ticket) => boolean> {
  if (search.q === "" && countFilters(search) === 0) {
    return () => true;
  }
  const { finds } = await loadChunk(() => import("./finds"));
  return (ticket) => finds(search, ticket);
}

/** Announces to screen readers when a listed ticket becomes unavailable or available. */
function useAnnouncedChanges(shown: ListedTicket[]): void {
  const t = useT();
  const announce = useAnnounce();
  const before = useRef(new Map<string, boolean>());
  useEffect(() => {
    for (const ticket of shown) {
      const was = before.current.get(ticket.id);
      const is = isUnavailable(ticket);
      if (was !== undefined && was !== is) {
        announce(t(is ? "list.nowUnavailable" : "list.nowAvailable", { title: ticket.title }));
      }
    }
    before.current = new Map(shown.map((ticket) => [ticket.id, isUnavailable(ticket)]));
  }, [shown, t, announce]);
}
