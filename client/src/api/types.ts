import type { Data } from "./api";

/** The responses of the services, by the page's names. */
export type Ticket = Data<"get", "/api/tickets/{id}">;
export type ListingTotals = Data<"get", "/api/tickets/mine/totals">;
export type Delivery = Data<"get", "/api/tickets/{id}/delivery">;
export type Order = Data<"get", "/api/orders/{id}">;
export type CheckedPass = Data<"post", "/api/orders/passes/check">;
export type PaymentConfig = Data<"get", "/api/payments/config">;
export type Receipt = Data<"get", "/api/payments">[number];
export type SignedInUser = NonNullable<Data<"get", "/api/users/currentuser">["currentUser"]>;
export type Device = Data<"get", "/api/users/sessions">[number];
export type Account = Data<"get", "/api/users">[number];
export type AuditEntry = Data<"get", "/api/users/audit">[number];
export type ListingOf = Data<"get", "/api/tickets/sellers/{id}">[number];
export type OrderOf = Data<"get", "/api/orders/buyers/{id}">[number];
export type OverdueDelivery = Data<"get", "/api/tickets/deliveries/overdue">[number];
export type DeliveryReads = Data<"get", "/api/tickets/{id}/delivery/reads">[number];
