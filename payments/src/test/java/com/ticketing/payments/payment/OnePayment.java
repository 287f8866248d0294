package com.ticketing.payments.payment;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.function.Consumer;
import java.util.function.Predicate;

/** Replaces the collection in unit tests: all changes apply to one payment in memory. */
public final class OnePayment {

    private OnePayment() {}

    public static Payments of(Payment payment) {
        Payments payments = mock(Payments.class);
        when(payments.changeIf(anyString(), any(), any())).thenAnswer(call -> {
            if (call.<Predicate<Payment>>getArgument(1).test(payment)) {
                call.<Consumer<Payment>>getArgument(2).accept(payment);
            }
            return payment;
        });
        return payments;
    }
}
