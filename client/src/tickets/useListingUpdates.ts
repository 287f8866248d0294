import { useQueryClient } from "@tanstack/react-query";
import { entriesOf, type Pages } from "../api/queries";
import { queryKeys } from "../api/queryKeys";
import type { Ticket } from "../api/types";
import { useTicketChanges } from "../live";
import { useSession } from "../session";
import { fetchListingsAgain } from "./refreshListings";

/** Fetches the user's listings and their totals again when one of them changes: it may belong to another list then. */
export function useListingUpdates(): void {
  const queryClient = useQueryClient();
  const { user } = useSession();
  useTicketChanges({
    onTicket: ({ userId }) => {
      if (userId === user?.id) {
        fetchListingsAgain(queryClient);
      }
    },
    onHidden: (ticketId) => {
      const lists = queryClient.getQueriesData<Pages<Ticket>>({ queryKey: queryKeys.mine.tickets });
      if (lists.some(([, pages]) => entriesOf(pages).some(({ id }) => id === ticketId))) {
        fetchListingsAgain(queryClient);
      }
    },
  });
}
