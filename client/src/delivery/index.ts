export { BuyerDelivery } from "./BuyerDelivery";
export { SellerDelivery } from "./SellerDelivery";
