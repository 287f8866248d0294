import { queryOptions } from "@tanstack/react-query";
import { get, refresh, request } from "../api/client";
import type { SignedInUser, User } from "../api/types";

/** Whether this browser has a session. It is no secret and no proof: it saves strangers a refresh that must fail. */
const HINT = "ticketing.signed-in";

export const currentUser = queryOptions({
  queryKey: ["session"],
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
  return (await get<{ currentUser: SignedInUser | null }>("/api/users/currentuser")).currentUser;
}

export function rememberSignedIn(signedIn: boolean): void {
  if (signedIn) {
    localStorage.setItem(HINT, "1");
  } else {
    localStorage.removeItem(HINT);
  }
}

export async function enter(way: "signin" | "signup", email: string, password: string): Promise<User> {
  const { data } = await request<User>(`/api/users/${way}`, {
    method: "POST",
    body: { email, password },
    refresh: false,
  });
  return data;
}

/** Only a path of this page: an address from outside must not send people elsewhere after they signed in. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : "/";
}
