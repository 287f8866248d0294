import type { QueryClient, QueryKey } from "@tanstack/react-query";

/**
 * Invalidates the queries and refetches the active ones. A first request that is in progress cannot be restarted, and its
 * response may be from before the event: such a query is refetched after it.
 */
export function fetchAgain(queryClient: QueryClient, queryKey: QueryKey): void {
  const first = queryClient.getQueryCache().findAll({
    queryKey,
    fetchStatus: "fetching",
    predicate: ({ state }) => state.data === undefined,
  });
  void queryClient.invalidateQueries({ queryKey });
  for (const query of first) {
    const again = () => queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true });
    // the page shows the error of a failed request, and offers to retry it
    void query.promise?.then(again, () => undefined);
  }
}
