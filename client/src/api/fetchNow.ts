import { onlineManager, type QueryClient, type QueryExecuteOptions, type QueryKey } from "@tanstack/react-query";

/** Fetches a query for an action. Offline it fails at once, where a query would wait for the connection. */
export async function fetchNow<Data, Key extends QueryKey>(
  queryClient: QueryClient,
  options: QueryExecuteOptions<Data, Error, Data, Data, Key>,
): Promise<Data> {
  // one that waits already would be shared
  await queryClient.cancelQueries({ queryKey: options.queryKey, exact: true });
  const withoutConnection = !onlineManager.isOnline();
  return queryClient.query({
    ...options,
    staleTime: 0,
    networkMode: "always",
    ...(withoutConnection && { retry: false }),
  });
}
