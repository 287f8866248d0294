package com.ticketing.payments.receipt;

import com.ticketing.common.paging.Keyset;
import com.ticketing.common.security.CurrentUser;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.Payments;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Returns all data of the signed-in user that this service stores. */
@RestController
class PaymentExportController {

    private final Payments payments;

    PaymentExportController(Payments payments) {
        this.payments = payments;
    }

    @GetMapping("/api/payments/me/export")
    PaymentExport export(CurrentUser user) {
        return new PaymentExport(
                all(page -> payments.bought(user.id(), page)).map(ReceiptResponse::forBuyer),
                all(page -> payments.sold(user.id(), page)).map(ReceiptResponse::forSeller));
    }

    private static Stream<Payment> all(Function<Keyset, List<Payment>> find) {
        return Keyset.stream(find, Payment::id);
    }
}
