import { useQueries } from "@tanstack/react-query";
import type { Account } from "../api/types";
import { accountsOf } from "./queries";

/**
 * Returns the accounts that a list refers to, by id. Each page of the list is one request, for the accounts that no page
 * before it refers to.
 */
export function useAccounts(pages: readonly (readonly string[])[]): ReadonlyMap<string, Account> {
  const known = new Set<string>();
  const wanted = pages.map((ids) => {
    const added = ids.filter((id) => !known.has(id));
    added.forEach((id) => known.add(id));
    return added;
  });
  const found = useQueries({ queries: wanted.filter(({ length }) => length > 0).map(accountsOf) });
  return new Map(found.flatMap(({ data = [] }) => data.map((account) => [account.id, account])));
}
