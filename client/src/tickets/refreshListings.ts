import type { QueryClient } from "@tanstack/react-query";
import { queryKeys } from "../api/queryKeys";

/** Fetches the user's listings and their totals again. A request that is running already is not repeated. */
export async function refreshListings(queryClient: QueryClient): Promise<void> {
  await Promise.all(
    [queryKeys.mine.tickets, queryKeys.mine.totals].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }, { cancelRefetch: false }),
    ),
  );
}
