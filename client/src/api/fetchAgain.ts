import type { QueryClient, QueryKey } from "@tanstack/react-query";

/**
 * Marks the queries as outdated and fetches those that are shown, with requests that begin now. Invalidating alone keeps
 * the first request of a query that has no data yet, whose response may contain the state from before.
 */
export async function fetchAgain(queryClient: QueryClient, queryKey: QueryKey): Promise<void> {
  await queryClient.cancelQueries({ queryKey, predicate: ({ state }) => state.data === undefined });
  await queryClient.invalidateQueries({ queryKey });
}
