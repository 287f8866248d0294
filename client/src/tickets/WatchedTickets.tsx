import { useIsMutating, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useNavigate } from "react-router";
import { isStatus } from "../api/errors";
import { ticket as ticketQuery } from "../api/queries";
import { mutationKeys } from "../api/queryKeys";
import { serverClock } from "../api/serverClock";
import { showNotification } from "../browser/notification";
import { useT } from "../i18n/context";
import { POLL_INTERVAL, useLive } from "../live";
import { useToast } from "../ui/announcer";
import { useVisitorId } from "./useVisitorId";
import { setAvailable, unwatch, useWatches, type Watch } from "./watchList";

/** Notifies the user on every page when a watched ticket becomes available or unavailable. */
export function WatchedTickets() {
  const visitor = useVisitorId();
  const watches = useWatches(visitor);
  useStreamInBackground(watches.length > 0);
  return watches.map((each) => <WatchedTicket key={each.id} visitor={visitor} watch={each} />);
}

function WatchedTicket({ visitor, watch }: { visitor: string; watch: Watch }) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const { live } = useLive();
  const { id, title } = watch;
  const found = useQuery({ ...ticketQuery(id), refetchInterval: live ? false : POLL_INTERVAL });
  // the user's own order of the ticket ends the watch when it is placed
  const isBuying = useIsMutating({ mutationKey: mutationKeys.buy(id) }) > 0;
  const ticket = found.data;
  const started = ticket?.startsAt !== undefined && Date.parse(ticket.startsAt) <= serverClock.now();
  const gone = isStatus(found.error, 404) || ticket?.hidden === true || started;
  const available = ticket === undefined || isBuying ? watch.available : ticket.orderId === undefined;

  useEffect(() => {
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
  }, [visitor, id, title, gone, available, watch.available, t, toast, navigate]);
  return null;
}

/** Keeps the event stream of one tab open while it is hidden: browsers allow few connections per host. */
function useStreamInBackground(isWatching: boolean): void {
  const { keepOpen } = useLive();
  useEffect(() => {
    if (!isWatching || !("locks" in navigator)) {
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
  }, [isWatching, keepOpen]);
}
