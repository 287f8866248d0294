import { queryOptions } from "@tanstack/react-query";
import { call } from "../api/api";
import { refresh, settledRefresh } from "../api/client";
import { queryKeys } from "../api/queryKeys";
import type { SignedInUser } from "../api/types";
import { ownPath } from "../browser/ownPath";
import { settings } from "../browser/storage";

/** Marks a browser that has a session, so that visitors without one skip the refresh. It grants nothing. */
const HINT = "ticketing.signed-in";

export const currentUser = queryOptions({
  queryKey: queryKeys.session,
  queryFn: fetchCurrentUser,
  staleTime: 60_000,
});

async function fetchCurrentUser(): Promise<SignedInUser | null> {
  const user = await fetchUser();
  if (user !== null || settings.get(HINT) === null) {
    return user;
  }
  // the access token may have expired while the refresh token is still valid
  return (await refresh()) === "renewed" ? fetchUser() : null;
}

async function fetchUser(): Promise<SignedInUser | null> {
  return (await call("get", "/api/users/currentuser", {})).data.currentUser;
}

export function rememberSignedIn(signedIn: boolean): void {
  settings.set(HINT, signedIn ? "1" : null);
}

export async function enter(way: "signin" | "signup", email: string, password: string): Promise<void> {
  // a later answer to it would end the new session
  await settledRefresh();
  await call("post", `/api/users/${way}`, { body: { email, password }, refresh: false });
}

/** Returns the path to continue at after sign-in. Other origins are rejected, as this would be an open redirect. */
export function safeNext(next: string | null): string {
  return (next === null ? undefined : ownPath(next)) ?? "/";
}
