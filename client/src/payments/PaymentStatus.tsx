import { isCode, NetworkError } from "../api/errors";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import type { Translate } from "../i18n/translate";
import { Notice } from "../ui/Notice";
import { ConfirmationRejected, ConfirmationUnavailable, type PaymentState } from "./usePayment";

/** The progress or the failure of a payment; both forms show it above their button. */
export function PaymentStatus({ payment }: { payment: PaymentState }) {
  const t = useT();
  if (payment.isProcessing) {
    return <Notice kind="info">{t("checkout.undecided")}</Notice>;
  }
  if (payment.error === null) {
    return payment.needsBank ? <Notice kind="info">{t("checkout.bank.open")}</Notice> : null;
  }
  return <Notice kind="error">{explainPayment(payment.error, t)}</Notice>;
}

function explainPayment(error: Error, t: Translate): string {
  if (error instanceof ConfirmationRejected) {
    return t("checkout.bank.failed");
  }
  if (error instanceof ConfirmationUnavailable) {
    return t("checkout.bank.unavailable");
  }
  return isWithoutResponse(error) ? t("checkout.unconfirmed") : explain(error, t);
}

/** Whether the payment may still have gone through: no response of the service has arrived. */
function isWithoutResponse(error: Error): boolean {
  return error instanceof NetworkError || isCode(error, "bad-gateway") || isCode(error, "gateway-timeout");
}
