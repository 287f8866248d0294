import type { Order } from "../api/types";

/** The clocks of two services differ by up to this number of milliseconds. */
const CLOCK_SKEW = 5_000;

/** Returns whether a cancelled order ended because it was not paid in time. */
export function hasExpired({ endedAt, expiresAt }: Pick<Order, "endedAt" | "expiresAt">): boolean {
  return endedAt !== undefined && Date.parse(endedAt) >= Date.parse(expiresAt) - CLOCK_SKEW;
}
