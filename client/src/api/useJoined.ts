import { useEffect } from "react";

interface PagedList {
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
  const { isSuccess, isError, hasNextPage, isFetching, fetchNextPage } = list;
  const loadsMore = isSuccess && needsMore && hasNextPage && !isFetching;
  useEffect(() => {
    if (loadsMore) {
      fetchNextPage();
    }
  }, [loadsMore, fetchNextPage]);
  return isSuccess && !isError && !(needsMore && hasNextPage);
}
