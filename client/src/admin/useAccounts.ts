import { useQueries } from "@tanstack/react-query";
import type { Account } from "../api/types";
import { accountsOf } from "./queries";

interface Accounts {
  accounts: ReadonlyMap<string, Account>;
  /** Whether some of the accounts are not loaded yet. */
  isPending: boolean;
  /** Why some of the accounts could not be loaded. */
  error: Error | null;
  /** Loads those again. */
  retry: () => void;
}

/**
 * Returns the accounts that a list refers to, by id. Each page of the list is one request, for the accounts that no page
 * before it refers to.
 */
export function useAccounts(pages: readonly (readonly string[])[]): Accounts {
  const known = new Set<string>();
  const wanted = pages.map((ids) => {
    const added = ids.filter((id) => !known.has(id));
    added.forEach((id) => known.add(id));
    return added;
  });
  const found = useQueries({ queries: wanted.filter(({ length }) => length > 0).map(accountsOf) });
  const failed = found.filter(({ isError }) => isError);
  return {
    accounts: new Map(found.flatMap(({ data = [] }) => data.map((account) => [account.id, account]))),
    isPending: found.some(({ isPending }) => isPending),
    error: failed[0]?.error ?? null,
    retry: () => failed.forEach(({ refetch }) => void refetch()),
  };
}
