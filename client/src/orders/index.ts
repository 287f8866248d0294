export { placeOrder } from "./placeOrder";
export { refreshOrdersOf } from "./refreshOrders";
export { orderRoutes } from "./routes";
export { useMyHold } from "./useMyHold";
