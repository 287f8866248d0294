export { publicTicketRoutes, sellerRoutes } from "./routes";
export { useTicketUpdates } from "./useTicketUpdates";
