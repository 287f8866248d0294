import { createContext, useContext } from "react";

export const AnnounceContext = createContext<(text: string) => void>(() => undefined);

export const ToastContext = createContext<(text: string) => void>(() => undefined);

/** Returns a function that confirms an action of the user: visible for some seconds, and announced. */
export function useToast(): (text: string) => void {
  return useContext(ToastContext);
}

/** Returns a function that has screen readers announce a text once. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}
