import type { Receipt } from "../api/types";
import type { MessageKey } from "../i18n/en";
import type { Tone } from "../ui/Badge";

export function receiptStatus(receipt: Receipt): MessageKey {
  switch (receipt.status) {
    case "refunded":
      return "receipts.refunded";
    case "refunding":
      return "receipts.refunding";
    case "failed":
      return "receipts.refundFailed";
    case "pending":
      return "receipts.pending";
    case "action-required":
      return "receipts.needsBank";
    default:
      return "receipts.paid";
  }
}

export function receiptTone(receipt: Receipt): Tone {
  switch (receipt.status) {
    case "paid":
      return "good";
    case "failed":
      return "bad";
    default:
      return "muted";
  }
}

export function disputeStatus({ status }: NonNullable<Receipt["dispute"]>): MessageKey {
  switch (status) {
    case "won":
      return "receipts.chargeback.rejected";
    case "lost":
      return "receipts.chargeback.completed";
    default:
      return "receipts.chargeback.open";
  }
}
