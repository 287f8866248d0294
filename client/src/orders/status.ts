import type { Order } from "../api/types";
import type { MessageKey } from "../i18n/en";
import type { Tone } from "../ui/Badge";
import { hasExpired } from "./hasExpired";
import { isHold } from "./isHold";

/** Returns the status to show. A hold past its end is shown as expired before the service has cancelled it. */
export function statusOf(order: Order, now: number): { words: MessageKey; tone: Tone } {
  if (isHold(order)) {
    return Date.parse(order.expiresAt) > now
      ? { words: "order.status.created", tone: "accent" }
      : { words: "order.status.expired", tone: "muted" };
  }
  switch (order.status) {
    case "complete":
      return { words: "order.status.complete", tone: "good" };
    case "refunded":
      return { words: "order.status.refunded", tone: "muted" };
    default:
      return { words: hasExpired(order) ? "order.status.expired" : "order.status.cancelled", tone: "muted" };
  }
}
