import type { Account } from "../api/types";

/** Returns the email, or the id of a deleted account. */
export function nameOf({ email, id }: Account): string {
  return email ?? id;
}
