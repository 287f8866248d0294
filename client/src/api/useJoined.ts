import { useEffect } from "react";

interface PagedList {
  data: { pages: unknown[] } | undefined;
  isSuccess: boolean;
  isError: boolean;
  hasNextPage: boolean;
  isFetching: boolean;
  fetchNextPage: () => unknown;
}

/**
 * Loads pages of a list until it contains what another list refers to. Returns whether the list is known to contain
 * everything that is needed and exists.
 */
export function useJoined(list: PagedList, needsMore: boolean): boolean {
  const { data, isSuccess, isError, hasNextPage, isFetching, fetchNextPage } = list;
  const loaded = data?.pages.length ?? 0;
  const loadsMore = isSuccess && needsMore && hasNextPage && !isFetching;
  useEffect(() => {
    if (loadsMore) {
      fetchNextPage();
    }
    // a page may arrive before it is rendered that it is being fetched
  }, [loadsMore, loaded, fetchNextPage]);
  return isSuccess && !isError && !(needsMore && hasNextPage);
}
