/** What the services answer. */

export interface Ticket {
  id: string;
  title: string;
  price: number;
  userId: string;
  version: number;
  orderId?: string;
}

export type OrderStatus = "created" | "cancelled" | "awaiting:payment" | "complete" | "refunded";

export interface OrderedTicket {
  id: string;
  title: string;
  price: number;
  version: number;
}

export interface Order {
  id: string;
  status: OrderStatus;
  userId: string;
  expiresAt: string;
  version: number;
  ticket: OrderedTicket;
  refund?: { stripeId: string; at: string };
}

export interface PaymentConfig {
  publishableKey?: string;
  currency: string;
  confirmPage?: string;
}

export interface Payment {
  id: string;
  clientSecret?: string;
}

export interface Receipt {
  id: string;
  orderId: string;
  ticketId: string;
  status: string;
  amount: number;
  currency: string;
  card?: { brand?: string; last4?: string };
  stripeId: string;
  paidAt?: string;
  refund?: { reason: string; stripeId: string; at?: string };
}

export interface User {
  id: string;
  email: string;
}

export interface SignedInUser extends User {
  roles: string[];
  iat: number;
  exp: number;
}

export interface Device {
  id: string;
  device: string;
  createdAt: string;
  lastUsedAt: string;
  current: boolean;
}

export interface Account extends User {
  roles: string[];
  banned: boolean;
  bannedAt?: string;
  banReason?: string;
}

export interface AuditEntry {
  id: string;
  adminId: string;
  action: "BAN" | "UNBAN";
  userId: string;
  at: string;
  reason?: string;
}
