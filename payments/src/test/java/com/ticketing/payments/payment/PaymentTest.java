package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.ticketing.payments.stripe.Intent.Card;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PaymentTest {

    private static final String INTENT = "pi_1";
    private static final Card VISA = new Card("visa", "4242");

    private final OrderEvents order = OrderEvents.priced("19.99");
    private final Instant now = order.expiresAt().minus(Duration.ofMinutes(10));
    private final Instant lease = now.plus(Duration.ofMinutes(2));
    private final Payment payment = Payment.of(order.id(), Order.of(order.created()));

    private void request(String source) {
        payment.request(new Charge("payment-1", 1999, "usd", now), source, now, lease);
    }

    private void process() {
        request("pm_1");
        payment.intentCreated(INTENT);
        payment.process(1, "pm_1", now);
    }

    private void succeed() {
        process();
        payment.succeed(VISA, now);
    }

    private ChargeStatus status() {
        return payment.charged().status();
    }

    private void cancelOrder() {
        payment.follow(Order.of(order.cancelled()), now);
    }

    @Nested
    class AnAttempt {

        @Test
        void goesFromRequestedOverProcessingToSucceeded() {
            request("pm_1");
            assertThat(status()).isEqualTo(ChargeStatus.REQUESTED);
            payment.intentCreated(INTENT);
            payment.process(1, "pm_1", now);
            assertThat(status()).isEqualTo(ChargeStatus.PROCESSING);
            payment.succeed(VISA, now);
            assertThat(status()).isEqualTo(ChargeStatus.SUCCEEDED);
            assertThat(payment.isDue(Instant.MAX)).isFalse();
        }

        @Test
        void keepsOthersOutUntilItIsDecided() {
            process();
            assertThatIllegalStateException().isThrownBy(() -> request("pm_2"));
        }

        @Test
        void keepsOthersOutForItsLeaseOnly() {
            process();
            assertThat(payment.isDue(lease.minusMillis(1))).isFalse();
            assertThat(payment.isDue(lease)).isTrue();
        }

        @Test
        void cannotConfirmACardBeforeTheIntentIsKnown() {
            request("pm_1");
            assertThatIllegalStateException().isThrownBy(() -> payment.process(1, "pm_1", now));
        }

        @Test
        void cannotStartOnceTheHoldIsOver() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> payment.request(
                            new Charge("payment-1", 1999, "usd", now), "pm_1", order.expiresAt(), order.expiresAt()));
        }

        @Test
        void cannotConfirmACardOnceTheHoldIsOver() {
            request("pm_1");
            payment.intentCreated(INTENT);
            assertThatIllegalStateException().isThrownBy(() -> payment.process(1, "pm_1", order.expiresAt()));
        }

        @Test
        void cannotConfirmACardOnceTheOrderIsCancelled() {
            request("pm_1");
            payment.intentCreated(INTENT);
            cancelOrder();
            assertThatIllegalStateException().isThrownBy(() -> payment.process(1, "pm_1", now));
        }

        @Test
        void cannotGoOnAfterItWasGivenUpForIt() {
            request("pm_1");
            payment.intentCreated(INTENT);
            payment.decline(1, "not completed");
            assertThatIllegalStateException().isThrownBy(() -> payment.process(1, "pm_1", now));
        }

        @Test
        void neverTouchesALaterAttempt() {
            process();
            payment.decline(1, "no");
            request("pm_2");
            assertThatIllegalStateException().isThrownBy(() -> payment.decline(1, "no"));
            assertThatIllegalStateException().isThrownBy(() -> payment.unknown(1, now));
        }

        @Test
        void cannotBringASecondIntent() {
            process();
            assertThatIllegalStateException().isThrownBy(() -> payment.intentCreated("pi_2"));
        }
    }

    @Nested
    class ADecline {

        @Test
        void letsAnotherCardTryOnTheSameIntent() {
            process();
            payment.decline(1, "Your card was declined.");
            assertThat(status()).isEqualTo(ChargeStatus.DECLINED);
            request("pm_2");
            assertThat(payment.charged().attempt()).isEqualTo(2);
            assertThat(payment.intentId()).isEqualTo(INTENT);
            assertThat(payment.charged().paymentId()).isEqualTo("payment-1");
            assertThat(payment.charged().failure()).isNull();
        }

        @Test
        void isOverruledByMoneyThatWasTakenAllTheSame() {
            process();
            payment.decline(1, "no");
            payment.succeed(VISA, now);
            assertThat(status()).isEqualTo(ChargeStatus.SUCCEEDED);
        }

        @Test
        void keepsThePaymentMethodForTheSameSourceOnly() {
            process();
            payment.decline(1, "no");
            request("pm_1");
            assertThat(payment.charged().methodId()).isEqualTo("pm_1");
            payment.decline(2, "no");
            request("pm_2");
            assertThat(payment.charged().methodId()).isNull();
        }
    }

    @Nested
    class AnUnknownOutcome {

        @Test
        void isAskedAboutAtTheGivenTime() {
            process();
            payment.unknown(1, now.plusSeconds(2));
            assertThat(status()).isEqualTo(ChargeStatus.UNKNOWN);
            assertThat(payment.isDue(now)).isFalse();
            assertThat(payment.isDue(now.plusSeconds(2))).isTrue();
        }

        @Test
        void keepsOthersOut() {
            process();
            payment.unknown(1, now);
            assertThatIllegalStateException().isThrownBy(() -> request("pm_2"));
        }

        @Test
        void endsInWhatStripeSays() {
            process();
            payment.unknown(1, now);
            payment.succeed(VISA, now);
            assertThat(status()).isEqualTo(ChargeStatus.SUCCEEDED);
        }
    }

    @Nested
    class ACancelledOrder {

        @Test
        void givesBackMoneyThatCameBefore() {
            succeed();
            cancelOrder();
            assertThat(payment.isRefundOpen()).isTrue();
            assertThat(payment.isDue(now)).isTrue();
        }

        @Test
        void givesBackMoneyThatComesAfter() {
            process();
            cancelOrder();
            assertThat(payment.isRefundOpen()).isFalse();
            payment.succeed(VISA, now);
            assertThat(payment.isRefundOpen()).isTrue();
            assertThat(payment.isDue(now)).isTrue();
        }

        @Test
        void hasItsIntentLookedAfterAtOnce() {
            process();
            payment.decline(1, "no");
            cancelOrder();
            assertThat(payment.isDue(now)).isTrue();
            payment.cancel();
            assertThat(status()).isEqualTo(ChargeStatus.CANCELLED);
            assertThat(payment.isDue(Instant.MAX)).isFalse();
        }

        @Test
        void withoutAChargeNeedsNothing() {
            cancelOrder();
            assertThat(payment.isDue(Instant.MAX)).isFalse();
        }

        @Test
        void givesBackOnce() {
            succeed();
            cancelOrder();
            payment.refunded("re_1", now);
            assertThat(status()).isEqualTo(ChargeStatus.REFUNDED);
            assertThat(payment.isRefundOpen()).isFalse();
            assertThatIllegalStateException().isThrownBy(() -> payment.refunded("re_1", now));
            assertThatIllegalStateException().isThrownBy(() -> payment.requestRefund("again", true, now));
        }
    }

    @Test
    void anOrderThatWasPaidElsewhereHasItsIntentEnded() {
        process();
        payment.decline(1, "no");
        payment.follow(Order.of(order.completed()), now);
        assertThat(payment.isDue(now)).isTrue();
        assertThat(payment.isRefundOpen()).isFalse();
    }

    @Test
    void theBankIsAwaitedForTheAttemptThatAsked() {
        process();
        payment.requireAction(1);
        request("pm_2");
        assertThatIllegalStateException().isThrownBy(() -> payment.requireAction(1));
        payment.requireAction(2);
        assertThat(status()).isEqualTo(ChargeStatus.ACTION_REQUIRED);
        payment.decline(2, "not authenticated");
        assertThat(status()).isEqualTo(ChargeStatus.DECLINED);
    }

    @Test
    void moneyIsTakenOnce() {
        succeed();
        assertThatIllegalStateException().isThrownBy(() -> payment.succeed(VISA, now));
        assertThatIllegalStateException().isThrownBy(() -> request("pm_2"));
        assertThatIllegalStateException().isThrownBy(payment::cancel);
    }

    @Test
    void nothingIsGivenBackThatWasNotTaken() {
        process();
        assertThatIllegalStateException().isThrownBy(() -> payment.requestRefund("why", false, now));
    }

    @Test
    void isLookedAfterLaterAndLater() {
        process();
        payment.postpone(lease.plusSeconds(1));
        payment.postpone(lease.plusSeconds(3));
        assertThat(payment.checks()).isEqualTo(2);
        assertThat(payment.isDue(lease.plusSeconds(2))).isFalse();
    }
}
