export { HoldBar } from "./HoldBar";
export { isHold } from "./isHold";
export { placeOrder } from "./placeOrder";
export { refreshOrdersOf } from "./refreshOrders";
export { orderRoutes } from "./routes";
export { TimeLeft } from "./TimeLeft";
export { useMyListedOrders } from "./useMyListedOrders";
export { useMyOrder } from "./useMyOrder";
