import { useSession } from "../session";
import { GUEST } from "./watchList";

/** Returns the signed-in user's id, or `guest`: the name under which this browser keeps the visitor's data. */
export function useVisitorId(): string {
  return useSession().user?.id ?? GUEST;
}
