import { randomHex } from "../browser/randomHex";
import { tabStorage } from "../browser/storage";

/**
 * Returns the W3C trace context for a request that belongs to the purchase of a ticket. All such requests of a tab for the
 * same ticket have the same trace id, even after a reload. The flag `00` says that the page records no span, so the services
 * decide what they record.
 */
export function traceparent(ticketId: string): string {
  const stored = `ticketing.trace.${ticketId}`;
  const traceId = tabStorage.get(stored) ?? randomHex(16);
  tabStorage.set(stored, traceId);
  return `00-${traceId}-${randomHex(8)}-00`;
}
