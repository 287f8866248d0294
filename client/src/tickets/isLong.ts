/** Whether a formatted price needs a smaller type on the stub of a ticket, where it must not be broken. */
export function isLong(price: string): boolean {
  return price.length > 9;
}
