/**
 * The keys of the query cache, in one place: a key is a prefix of every key below it, so that invalidating
 * `mine.all` reaches everything that belongs to the signed-in user.
 */
export const queryKeys = {
  session: ["session"],
  paymentConfig: ["payment-config"],
  mailConfig: ["mail-config"],
  watchedTicketList: ["watched-ticket-list"],
  tickets: {
    all: ["tickets"],
    lists: ["tickets", "list"],
    list: (search: Readonly<Record<string, string>>) => ["tickets", "list", search],
    single: ["tickets", "one"],
    one: (id: string) => ["tickets", "one", id],
  },
  /** Outside `tickets`, as it replaces the event stream and must not be invalidated with the lists. */
  newestTickets: (search: Readonly<Record<string, string>>) => ["newest", search],
  mine: {
    all: ["mine"],
    /** Also the listings of each status, which are below it. */
    tickets: ["mine", "tickets"],
    listings: (status: string) => ["mine", "tickets", status],
    totals: ["mine", "totals"],
    orders: ["mine", "orders"],
    singleOrders: ["mine", "order"],
    order: (id: string) => ["mine", "order", id],
    payment: (orderId: string) => ["mine", "payment", orderId],
    delivery: (ticketId: string) => ["mine", "delivery", ticketId],
    pass: (orderId: string) => ["mine", "pass", orderId],
    receipts: ["mine", "receipts"],
    sales: ["mine", "sales"],
    devices: ["mine", "devices"],
    accounts: (email: string) => ["mine", "accounts", email],
    audit: ["mine", "audit"],
    /** What admins see of other users. */
    accountsOf: (ids: readonly string[]) => ["mine", "accounts-of", ids],
    listingsOf: (sellerId: string) => ["mine", "listings-of", sellerId],
    ordersOf: (buyerId: string) => ["mine", "orders-of", buyerId],
    overdueDeliveries: ["mine", "overdue-deliveries"],
    evidence: (buyerId: string, orderId: string) => ["mine", "evidence", buyerId, orderId],
  },
} as const;

/** The keys of changes whose progress more than one component shows. */
export const mutationKeys = {
  buy: (ticketId: string) => ["buy", ticketId],
} as const;
