import type { QueryClient } from "@tanstack/react-query";
import { fetchAgain } from "../api/fetchAgain";
import { queryKeys } from "../api/queryKeys";

/** The user's listings and their totals. */
const LISTINGS = [queryKeys.mine.tickets, queryKeys.mine.totals];

/** Fetches the user's listings and their totals again, and waits for them. */
export async function refreshListings(queryClient: QueryClient): Promise<void> {
  await Promise.all(LISTINGS.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}

/** Fetches the user's listings and their totals again after an event, even if their first request is in progress. */
export function fetchListingsAgain(queryClient: QueryClient): void {
  LISTINGS.forEach((queryKey) => fetchAgain(queryClient, queryKey));
}
