import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { entriesOf, ticketList } from "../api/queries";
import type { Ticket } from "../api/types";
import { useT } from "../i18n/context";
import { useLive, useTicketChanges } from "../live";
import { useMyHolds } from "../orders";
import { matches } from "../text/search";
import { trim } from "../text/text";
import { useAnnounce } from "../ui/announcer";
import { Button, ButtonLink } from "../ui/Button";
import { Empty } from "../ui/Empty";
import { LoadError } from "../ui/LoadError";
import { More } from "../ui/More";
import { Page } from "../ui/Page";
import { Skeleton } from "../ui/Skeleton";
import { SearchBox } from "./SearchBox";
import { isUnavailable, type ListedTicket } from "./ticketCache";
import { TicketCard } from "./TicketCard";
import styles from "./TicketListPage.module.css";
import { useNewestTickets } from "./useNewestTickets";

/** After these pages, loading needs a click, so that the footer can be reached. */
const AUTOMATIC_PAGES = 5;

export function TicketListPage() {
  const t = useT();
  const [search] = useSearchParams();
  const q = trim(search.get("q") ?? "");
  return (
    <Page title={t("list.title")} lead={t("list.lead")}>
      <SearchBox />
      <Results key={q} q={q} />
    </Page>
  );
}

function Results({ q }: { q: string }) {
  const t = useT();
  const list = useInfiniteQuery(ticketList(q));
  const shown = entriesOf<ListedTicket>(list.data);
  const holds = useMyHolds();
  const arrivals = useArrivals(q, shown, list.hasNextPage);
  useAnnouncedChanges(shown);

  if (list.isError) {
    return <LoadError error={list.error} retry={list.refetch} />;
  }
  return (
    <section aria-label={t("list.title")}>
      <div className={styles.toolbar}>
        <p className={styles.count} role="status">
          {list.isSuccess && t(list.hasNextPage ? "list.resultsMore" : "list.results", { count: shown.length })}
        </p>
        <div role="status">
          <Arrivals tickets={arrivals} q={q} />
        </div>
      </div>
      {list.isPending ? (
        <div className={styles.cards}>
          <Skeleton shape="card" count={9} />
        </div>
      ) : shown.length === 0 ? (
        <NoTickets q={q} />
      ) : (
        <>
          <ul className={styles.cards}>
            {shown.map((ticket) => (
              <TicketCard key={ticket.id} ticket={ticket} hold={holds.find(({ id }) => id === ticket.orderId)} />
            ))}
          </ul>
          <More {...list} auto={list.data.pages.length < AUTOMATIC_PAGES} />
          {!list.hasNextPage && shown.length > 12 && <p className={styles.end}>{t("list.end")}</p>}
        </>
      )}
    </section>
  );
}

function NoTickets({ q }: { q: string }) {
  const t = useT();
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
function Arrivals({ tickets, q }: { tickets: Ticket[]; q: string }) {
  const t = useT();
  const queryClient = useQueryClient();
  if (tickets.length === 0) {
    return null;
  }
  return (
    <Button
      look="primary"
      onClick={() => {
        window.scrollTo({ top: 0 });
        void queryClient.resetQueries({ queryKey: ticketList(q).queryKey });
      }}
    >
      {t("list.arrivals", { count: tickets.length })}
    </Button>
  );
}

function useArrivals(q: string, shown: Ticket[], hasNextPage: boolean): Ticket[] {
  const [arrived, setArrived] = useState<Ticket[]>([]);
  const { live } = useLive();
  const note = (tickets: Ticket[]) =>
    setArrived((before) => [
      ...before.filter((old) => tickets.every((ticket) => ticket.id !== old.id)),
      ...tickets.filter((ticket) => !isUnavailable(ticket) && matches(ticket.title, q)),
    ]);
  useTicketChanges({ onTicket: (ticket) => note([ticket]) });
  useNewestTickets(q, !live, note);
  // A changed ticket that is older than the first one is back on sale and belongs further down. An unchanged one is new: a
  // server whose clock is behind has created it. Below the last one, the next page contains it.
  const newest = shown[0]?.id ?? "";
  const end = hasNextPage ? (shown.at(-1)?.id ?? "") : "";
  return arrived.filter(
    ({ id, version }) => (id > newest || (version === 0 && id > end)) && shown.every((ticket) => ticket.id !== id),
  );
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
