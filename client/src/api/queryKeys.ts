/**
 * The keys of the query cache, in one place: a key is a prefix of every key below it, so that invalidating
 * `mine.all` reaches everything that belongs to the signed-in user.
 */
export const queryKeys = {
  session: ["session"],
  paymentConfig: ["payment-config"],
  tickets: {
    all: ["tickets"],
    lists: ["tickets", "list"],
    list: (q: string) => ["tickets", "list", q],
    one: (id: string) => ["tickets", "one", id],
  },
  /** Outside `tickets`, as it replaces the event stream and must not be invalidated with the lists. */
  newestTickets: (q: string) => ["newest", q],
  mine: {
    all: ["mine"],
    tickets: ["mine", "tickets"],
    orders: ["mine", "orders"],
    singleOrders: ["mine", "order"],
    order: (id: string) => ["mine", "order", id],
    receipts: ["mine", "receipts"],
    sales: ["mine", "sales"],
    devices: ["mine", "devices"],
    accounts: (email: string) => ["mine", "accounts", email],
    audit: ["mine", "audit"],
  },
} as const;

/** The keys of changes whose progress more than one component shows. */
export const mutationKeys = {
  buy: (ticketId: string) => ["buy", ticketId],
} as const;
