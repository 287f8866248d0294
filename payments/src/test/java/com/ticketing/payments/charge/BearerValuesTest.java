package com.ticketing.payments.charge;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.payment.OrderReplica;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.stripe.Intent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tokens and client secrets must not reach a log. */
class BearerValuesTest {

    private static final String SECRET = "pi_1_secret_1";

    private final OrderEvents order = OrderEvents.priced("20");
    private final Payment payment = Payment.of(order.id(), OrderReplica.of(order.created()));

    @Test
    void areOmittedFromTheTextOfRecords() {
        Stream<Record> records = Stream.of(
                new PayRequest(SECRET, null, order.id()),
                new PayRequest(null, SECRET, order.id()),
                new PaymentResponse("payment-1", SECRET),
                new PaymentResult.ActionRequired("payment-1", SECRET),
                new Checkout.Result(payment, SECRET),
                new Intent("pi_1", Intent.Status.REQUIRES_ACTION, SECRET, null, null, false, null));

        assertThat(records.map(Record::toString)).noneMatch(text -> text.contains(SECRET));
    }
}
