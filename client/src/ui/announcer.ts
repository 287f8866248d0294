import { createContext, useContext } from "react";

export const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** Returns a function that has screen readers announce a text once. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}
