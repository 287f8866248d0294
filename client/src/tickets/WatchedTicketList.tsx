import { useIsMutating, useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useNavigate } from "react-router";
import { isStatus } from "../api/errors";
import { ticket as ticketQuery } from "../api/queries";
import { mutationKeys } from "../api/queryKeys";
import { serverClock } from "../api/serverClock";
import { showNotification } from "../browser/notification";
import { useT } from "../i18n/context";
import { POLL_INTERVAL, useLive } from "../live";
import { useToast } from "../ui/announcer";
import { setAvailable, unwatch, type Watch } from "./watchList";

/** Notifies the user when a watched ticket becomes available or unavailable. */
export function WatchedTicketList({ visitor, watches }: { visitor: string; watches: readonly Watch[] }) {
  useStreamInBackground();
  return watches.map((each) => <WatchedTicket key={each.id} visitor={visitor} watch={each} />);
}

function WatchedTicket({ visitor, watch }: { visitor: string; watch: Watch }) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const { live } = useLive();
  const { id, title } = watch;
  // a ticket that was cached before may be older than the list
  const found = useQuery({
    ...ticketQuery(id),
    refetchOnMount: "always",
    refetchInterval: live ? false : POLL_INTERVAL,
  });
  // the user's own order of the ticket ends the watch when it is placed
  const isBuying = useIsMutating({ mutationKey: mutationKeys.buy(id) }) > 0;
  const ticket = found.isFetchedAfterMount ? found.data : undefined;
  const started = ticket?.startsAt !== undefined && Date.parse(ticket.startsAt) <= serverClock.now();
  const gone = isStatus(found.error, 404) || ticket?.hidden === true || started;
  const available = ticket === undefined || isBuying ? watch.available : ticket.orderId === undefined;

  const onChange = useEffectEvent(() => {
    const notify = (text: string) => {
      toast(text);
      showNotification(text, `ticket.${id}`, () => void navigate(`/tickets/${id}`));
    };
    if (gone) {
      unwatch(visitor, id);
      notify(t("watch.gone", { title }));
    } else if (available !== watch.available) {
      setAvailable(visitor, id, available);
      notify(t(available ? "watch.available" : "watch.unavailable", { title }));
    }
  });
  // Only a change that this tab has seen: the list is shared, and the tab that changed it may know a newer state.
  useEffect(() => onChange(), [gone, available]);
  return null;
}

/** Keeps the event stream of one tab open while it is hidden: browsers allow few connections per host. */
function useStreamInBackground(): void {
  const { keepOpen } = useLive();
  useEffect(() => {
    if (!("locks" in navigator)) {
      return;
    }
    const ended = new AbortController();
    const whenEnded = new Promise<void>((resolve) => ended.signal.addEventListener("abort", () => resolve()));
    navigator.locks
      .request("watched-tickets", { signal: ended.signal }, async () => {
        const release = keepOpen();
        await whenEnded;
        release();
      })
      .catch((error: unknown) => {
        if (!ended.signal.aborted) {
          throw error;
        }
      });
    return () => ended.abort();
  }, [keepOpen]);
}
