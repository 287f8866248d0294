import type { Order } from "../api/types";

export function isHold(order: Order): boolean {
  return order.status === "created" || order.status === "awaiting:payment";
}
