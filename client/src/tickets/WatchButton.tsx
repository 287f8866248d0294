import type { Ticket } from "../api/types";
import { askForNotifications } from "../browser/notification";
import { useT } from "../i18n/context";
import { Button } from "../ui/Button";
import { useVisitorId } from "./useVisitorId";
import { unwatch, useWatches, watch } from "./watchList";

/** Starts or stops watching a ticket that another user holds. */
export function WatchButton({ ticket }: { ticket: Ticket }) {
  const t = useT();
  const visitor = useVisitorId();
  const watched = useWatches(visitor).some(({ id }) => id === ticket.id);
  return (
    <>
      <p role="status">{watched && t("watch.on")}</p>
      <Button
        onClick={() => {
          if (watched) {
            unwatch(visitor, ticket.id);
          } else {
            watch(visitor, ticket);
            void askForNotifications();
          }
        }}
      >
        {t(watched ? "watch.stop" : "watch.submit")}
      </Button>
    </>
  );
}
