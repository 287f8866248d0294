export { HoldBar } from "./HoldBar";
export { isHold } from "./isHold";
export { placeOrder } from "./placeOrder";
export { refreshOrdersOf } from "./refreshOrders";
export { orderRoutes } from "./routes";
export { TimeLeft } from "./TimeLeft";
export { useMyHolds } from "./useMyHolds";
export { useMyOrder } from "./useMyOrder";
