export { CardName } from "./CardName";
export { PaymentForm } from "./PaymentForm";
export { RefundDialog } from "./RefundDialog";
export { RelistButton } from "./RelistButton";
export { disputeStatus, receiptStatus, receiptTone } from "./receiptStatus";
export { receiptRoutes } from "./routes";
export { type Charged, type PaymentState, usePayment } from "./usePayment";
