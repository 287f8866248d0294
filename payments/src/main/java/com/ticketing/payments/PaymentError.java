package com.ticketing.payments;

import com.ticketing.common.errors.ErrorCode;
import org.springframework.http.HttpStatus;

/** The errors of the payments service, beside those that every service shares. */
public enum PaymentError implements ErrorCode {
    ORDER_ID_MISSING(HttpStatus.BAD_REQUEST, "OrderId must be provided"),
    CARD_MISSING(HttpStatus.BAD_REQUEST, "Token or paymentMethodId must be provided, and not both"),
    TOKEN_MALFORMED(HttpStatus.BAD_REQUEST, "Token must be a Stripe id"),
    PAYMENT_METHOD_MALFORMED(HttpStatus.BAD_REQUEST, "PaymentMethodId must be a Stripe id, pm_…"),
    ORDER_PAID(HttpStatus.BAD_REQUEST, "The order is already paid"),
    ORDER_EXPIRED(HttpStatus.BAD_REQUEST, "Cannot pay for an expired order"),
    ORDER_CANCELLED(HttpStatus.BAD_REQUEST, "Cannot pay for a cancelled order"),
    ORDER_REFUNDED(HttpStatus.BAD_REQUEST, "Cannot pay for a refunded order"),
    PRICE_NOT_CHARGEABLE(HttpStatus.BAD_REQUEST, "The price cannot be paid exactly in this currency"),
    CARD_DECLINED(HttpStatus.BAD_REQUEST, "Your card was declined."),
    PAYMENT_NOT_MADE(HttpStatus.BAD_REQUEST, "The payment has not been made"),
    WEBHOOK_SIGNATURE_INVALID(HttpStatus.BAD_REQUEST, "Bad signature"),
    WEBHOOK_MALFORMED(HttpStatus.BAD_REQUEST, "The body must be an event"),
    ONLY_THE_SELLER_REFUNDS(HttpStatus.FORBIDDEN, "Only the seller can refund");

    private final HttpStatus status;
    private final String message;

    PaymentError(HttpStatus status, String message) {
        this.status = status;
        this.message = message;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String message() {
        return message;
    }
}
