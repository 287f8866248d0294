import { queryOptions } from "@tanstack/react-query";
import { call } from "../api/api";
import { refresh } from "../api/client";
import { queryKeys } from "../api/queryKeys";
import type { SignedInUser } from "../api/types";

/** Whether this browser has a session. It is no secret and no proof: it saves strangers a refresh that must fail. */
const HINT = "ticketing.signed-in";

export const currentUser = queryOptions({
  queryKey: queryKeys.session,
  queryFn: fetchCurrentUser,
  staleTime: 60_000,
});

async function fetchCurrentUser(): Promise<SignedInUser | null> {
  const known = await askWho();
  if (known !== null || localStorage.getItem(HINT) === null) {
    return known;
  }
  // the access token has run out; the refresh token lives longer
  return (await refresh()) === "renewed" ? askWho() : null;
}

async function askWho(): Promise<SignedInUser | null> {
  return (await call("get", "/api/users/currentuser", {})).data.currentUser;
}

export function rememberSignedIn(signedIn: boolean): void {
  if (signedIn) {
    localStorage.setItem(HINT, "1");
  } else {
    localStorage.removeItem(HINT);
  }
}

export async function enter(way: "signin" | "signup", email: string, password: string): Promise<void> {
  await call("post", `/api/users/${way}`, { body: { email, password }, refresh: false });
}

/** Only a path of this page: an address from outside must not send people elsewhere after they signed in. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : "/";
}
