import { createContext, useContext } from "react";

/** Has a sentence read out, once, by those who listen to the page. */
export const AnnounceContext = createContext<(words: string) => void>(() => undefined);

export function useAnnounce(): (words: string) => void {
  return useContext(AnnounceContext);
}
