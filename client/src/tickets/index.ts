export { publicTicketRoutes, sellerRoutes } from "./routes";
export { useTicketUpdates } from "./useTicketUpdates";
export { WatchedTickets } from "./WatchedTickets";
