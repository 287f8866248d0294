package com.ticketing.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods;
import com.stripe.param.PaymentMethodCreateParams;

/** Clients of the stand-in, made with Stripe's own library. */
final class StripeClients {

    private StripeClients() {}

    static StripeClient of(StripeStandIn stripe) {
        return StripeClient.builder()
                .setApiKey("sk_test_of_the_tests")
                .setApiBase(stripe.baseUrl())
                .setMaxNetworkRetries(0)
                .build();
    }

    static PaymentIntentCreateParams.Builder intent(long amount) {
        return PaymentIntentCreateParams.builder()
                .setAmount(amount)
                .setCurrency("usd")
                .putMetadata("orderId", "o1")
                .setAutomaticPaymentMethods(AutomaticPaymentMethods.builder()
                        .setEnabled(true)
                        .setAllowRedirects(AutomaticPaymentMethods.AllowRedirects.NEVER)
                        .build());
    }

    static String methodOf(StripeClient client, String token) throws StripeException {
        return client.v1()
                .paymentMethods()
                .create(PaymentMethodCreateParams.builder()
                        .setType(PaymentMethodCreateParams.Type.CARD)
                        .setCard(PaymentMethodCreateParams.Token.builder()
                                .setToken(token)
                                .build())
                        .build())
                .getId();
    }

    static PaymentIntent confirm(StripeClient client, String intent, String method) throws StripeException {
        return client.v1()
                .paymentIntents()
                .confirm(
                        intent,
                        PaymentIntentConfirmParams.builder()
                                .setPaymentMethod(method)
                                .build());
    }

    static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}
