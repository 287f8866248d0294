package com.ticketing.payments;

import com.ticketing.common.errors.ErrorCode;
import org.springframework.http.HttpStatus;

/** The error codes of the payments service, in addition to the common ones. */
public enum PaymentError implements ErrorCode {
    ORDER_ID_MISSING(HttpStatus.BAD_REQUEST, "OrderId must be provided"),
    CARD_MISSING(HttpStatus.BAD_REQUEST, "Token or paymentMethodId must be provided, and not both"),
    TOKEN_MALFORMED(HttpStatus.BAD_REQUEST, "Token must be a Stripe id"),
    PAYMENT_METHOD_MALFORMED(HttpStatus.BAD_REQUEST, "PaymentMethodId must be a Stripe id, pm_…"),
    ORDER_PAID(HttpStatus.BAD_REQUEST, "The order is already paid"),
    ORDER_EXPIRED(HttpStatus.BAD_REQUEST, "Cannot pay for an expired order"),
    ORDER_CANCELLED(HttpStatus.BAD_REQUEST, "Cannot pay for a cancelled order"),
    ORDER_REFUNDED(HttpStatus.BAD_REQUEST, "Cannot pay for a refunded order"),
    PRICE_NOT_CHARGEABLE(HttpStatus.BAD_REQUEST, "The price has more decimals than can be charged in this currency"),
    AMOUNT_TOO_SMALL(HttpStatus.BAD_REQUEST, "The price is below the limit for card payments"),
    AMOUNT_TOO_LARGE(HttpStatus.BAD_REQUEST, "The price is above the limit for card payments"),
    PAYMENT_NOT_COMPLETED(HttpStatus.BAD_REQUEST, "The payment was not completed, please try again"),
    TOO_MANY_PAYMENT_ATTEMPTS(HttpStatus.TOO_MANY_REQUESTS, "Too many payment attempts, please try again later"),
    CARD_DECLINED(HttpStatus.BAD_REQUEST, "Your card was declined."),
    CARD_INSUFFICIENT_FUNDS(HttpStatus.BAD_REQUEST, "Your card has insufficient funds."),
    CARD_EXPIRED(HttpStatus.BAD_REQUEST, "Your card has expired."),
    CARD_INCORRECT_CVC(HttpStatus.BAD_REQUEST, "Your card's security code is incorrect."),
    CARD_PROCESSING_ERROR(HttpStatus.BAD_REQUEST, "An error occurred while processing your card."),
    CARD_AUTHENTICATION_REQUIRED(HttpStatus.BAD_REQUEST, "Your bank did not authenticate this payment."),
    CARD_UNUSABLE(HttpStatus.BAD_REQUEST, "This card cannot be used for this payment"),
    RELIST_DECIDED(HttpStatus.BAD_REQUEST, "An earlier refund request has decided whether the ticket is relisted"),
    NOT_RELISTABLE(HttpStatus.BAD_REQUEST, "There is no refunded ticket that can be put back on sale"),
    PAYMENT_NOT_MADE(HttpStatus.BAD_REQUEST, "The payment has not been made"),
    WEBHOOK_SIGNATURE_INVALID(HttpStatus.BAD_REQUEST, "Bad signature"),
    WEBHOOK_MALFORMED(HttpStatus.BAD_REQUEST, "The body must be an event"),
    ONLY_THE_SELLER_REFUNDS(HttpStatus.FORBIDDEN, "Only the seller or an admin can refund this payment");

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
