export { listedState } from "./listingState";
export { publicTicketRoutes, sellerRoutes } from "./routes";
export { useTicketUpdates } from "./useTicketUpdates";
export { WatchedTickets } from "./WatchedTickets";
