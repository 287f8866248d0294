package com.ticketing.payments.charge;

import com.ticketing.common.idempotency.IdempotencyKey;
import com.ticketing.common.money.ChargeCurrency;
import com.ticketing.common.security.CurrentUser;
import com.ticketing.payments.stripe.StripeGateway;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The routes to pay for an order. */
@RestController
@RequestMapping("/api/payments")
class PaymentController {

    private final PaymentService payments;
    private final StripeGateway stripe;
    private final ChargeCurrency currency;

    PaymentController(PaymentService payments, StripeGateway stripe, ChargeCurrency currency) {
        this.payments = payments;
        this.stripe = stripe;
        this.currency = currency;
    }

    @PostMapping
    ResponseEntity<PaymentResponse> pay(
            CurrentUser buyer,
            @Valid @RequestBody PayRequest request,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @IdempotencyKey @Nullable String key) {
        return switch (payments.pay(buyer.id(), request.orderId(), request.source(), key)) {
            case PaymentResult.Paid(String id) -> response(HttpStatus.CREATED, new PaymentResponse(id, null));
            case PaymentResult.ActionRequired(String id, String clientSecret) ->
                response(HttpStatus.ACCEPTED, new PaymentResponse(id, clientSecret));
            case PaymentResult.Undecided(String id) -> response(HttpStatus.ACCEPTED, new PaymentResponse(id, null));
        };
    }

    private static ResponseEntity<PaymentResponse> response(HttpStatus status, PaymentResponse body) {
        return ResponseEntity.status(status).body(body);
    }

    @GetMapping("/config")
    ConfigResponse config() {
        return new ConfigResponse(
                stripe.publishableKey().orElse(null),
                currency.code(),
                currency.digits(),
                currency.decimals(),
                currency.minimum(),
                currency.maximum(),
                stripe.confirmPage().orElse(null));
    }
}
