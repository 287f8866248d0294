package com.ticketing.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.StripeError;
import com.ticketing.payments.PaymentError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclineTest {

    @ParameterizedTest
    @CsvSource({
        "card_declined, insufficient_funds, CARD_INSUFFICIENT_FUNDS",
        "card_declined, generic_decline, CARD_DECLINED",
        "card_declined, lost_card, CARD_DECLINED",
        "card_declined, unheard_of, CARD_DECLINED",
        "card_declined, , CARD_DECLINED",
        "expired_card, expired_card, CARD_EXPIRED",
        "expired_card, , CARD_EXPIRED",
        "incorrect_cvc, , CARD_INCORRECT_CVC",
        "card_declined, invalid_cvc, CARD_INCORRECT_CVC",
        "processing_error, , CARD_PROCESSING_ERROR",
        "card_declined, try_again_later, CARD_PROCESSING_ERROR",
        "authentication_required, authentication_required, CARD_AUTHENTICATION_REQUIRED",
        "payment_intent_authentication_failure, , CARD_AUTHENTICATION_REQUIRED",
        "card_declined, card_not_supported, CARD_UNUSABLE",
        "incorrect_number, , CARD_UNUSABLE",
        ", , CARD_DECLINED",
    })
    void stripesCodesMapToOurs(@Nullable String code, @Nullable String declineCode, PaymentError expected) {
        assertThat(Decline.of(error(code, declineCode, "Stripe's words")))
                .isEqualTo(new Decline(expected, "Stripe's words"));
    }

    @ParameterizedTest
    @CsvSource({",", "''", "' '"})
    void aDeclineWithoutAMessageHasTheMessageOfItsCode(@Nullable String message) {
        assertThat(Decline.of(error("expired_card", null, message))).isEqualTo(Decline.of(PaymentError.CARD_EXPIRED));
    }

    @Test
    void aDeclineWithoutAnErrorIsCardDeclined() {
        assertThat(Decline.of((StripeError) null)).isEqualTo(Decline.of(PaymentError.CARD_DECLINED));
    }

    private static StripeError error(@Nullable String code, @Nullable String declineCode, @Nullable String message) {
        StripeError error = new StripeError();
        error.setCode(code);
        error.setDeclineCode(declineCode);
        error.setMessage(message);
        return error;
    }
}
