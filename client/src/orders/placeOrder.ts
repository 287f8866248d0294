import { call } from "../api/api";
import { isStatus } from "../api/errors";
import type { Order } from "../api/types";

const ATTEMPTS = 6;
const PAUSE = 400;

/** Orders hears of a new ticket moments after it was listed; whoever is as fast as that waits these moments. */
export async function placeOrder(ticketId: string, price: number): Promise<Order> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await call("post", "/api/orders", { body: { ticketId, price } })).data;
    } catch (error) {
      if (!isStatus(error, 404) || attempt === ATTEMPTS) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
