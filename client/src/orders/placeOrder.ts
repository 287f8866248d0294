import { call } from "../api/api";
import { isStatus } from "../api/errors";
import { sendOnce } from "../api/idempotency";
import { traceparent } from "../api/traceparent";
import type { Order } from "../api/types";

const ATTEMPTS = 6;
const RETRY_DELAY = 400;

/** Places an order. Retries while the orders service does not know the ticket, as its replica is updated by an event. */
export async function placeOrder(ticketId: string, price: number): Promise<Order> {
  const body = { ticketId, price };
  for (let attempt = 1; ; attempt++) {
    try {
      return (
        await sendOnce(`order.${ticketId}`, body, (idempotencyKey) =>
          call("post", "/api/orders", { body, idempotencyKey, traceparent: traceparent(ticketId) }),
        )
      ).data;
    } catch (error) {
      if (!isStatus(error, 404) || attempt === ATTEMPTS) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY));
    }
  }
}
