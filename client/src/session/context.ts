import { createContext, useContext } from "react";
import type { SignedInUser } from "../api/types";

/** The reason why a session ended. */
export type SignOutReason = "ended" | "elsewhere" | "banned" | "deleted";

export interface Session {
  user: SignedInUser | null;
  /** Whether the user is still unknown. */
  pending: boolean;
  /** Why the user could not be loaded. */
  error: Error | null;
  /** Loads the user again. */
  retry: () => unknown;
  signOutReason: SignOutReason | null;
  enter: (way: "signin" | "signup", email: string, password: string) => Promise<void>;
  signOut: () => Promise<void>;
  /** Deletes the account, which ends all of its sessions. */
  deleteAccount: (password: string) => Promise<void>;
  /** Shows the account as it is after a change. */
  renew: () => Promise<void>;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) {
    throw new Error("useSession needs a SessionProvider");
  }
  return session;
}
