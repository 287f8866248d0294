import { createContext, useContext } from "react";
import type { SignedInUser } from "../api/types";

/** Why somebody who was signed in is not any more. */
export type Farewell = "ended" | "elsewhere" | "banned";

export interface Session {
  user: SignedInUser | null;
  /** Not known yet. */
  pending: boolean;
  farewell: Farewell | null;
  enter: (way: "signin" | "signup", email: string, password: string) => Promise<void>;
  signOut: () => Promise<void>;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) {
    throw new Error("There is no SessionProvider around this");
  }
  return session;
}
