export { PaymentForm } from "./PaymentForm";
export { receiptRoutes } from "./routes";
export { type PaymentState, usePayment } from "./usePayment";
