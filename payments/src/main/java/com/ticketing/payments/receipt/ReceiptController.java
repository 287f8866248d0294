package com.ticketing.payments.receipt;

import com.ticketing.common.paging.Keyset;
import com.ticketing.common.security.CurrentUser;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.Payments;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The route to the receipts of the caller's purchases or sales. */
@RestController
class ReceiptController {

    private static final int PAGE = 50;

    private final Payments payments;

    ReceiptController(Payments payments) {
        this.payments = payments;
    }

    @GetMapping("/api/payments")
    ResponseEntity<List<ReceiptResponse>> receipts(
            CurrentUser caller,
            @RequestParam(defaultValue = "false") boolean sold,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit) {
        Keyset page = Keyset.of(after, limit, PAGE);
        return sold
                ? page.answer(payments.sold(caller.id(), page), Payment::id, ReceiptResponse::forSeller)
                : page.answer(payments.bought(caller.id(), page), Payment::id, ReceiptResponse::forBuyer);
    }
}
