package com.ticketing.payments.payment;

import com.ticketing.common.paging.Keyset;
import com.ticketing.common.security.CurrentUser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Payments that were made, for those between whom. */
@RestController
@RequestMapping("/api/payments")
class ReceiptController {

    private static final int PAGE = 50;

    private final Payments payments;
    private final RefundService refunds;

    ReceiptController(Payments payments, RefundService refunds) {
        this.payments = payments;
        this.refunds = refunds;
    }

    @GetMapping
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

    @PostMapping("/{id}/refund")
    ReceiptResponse refund(
            CurrentUser caller,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable RefundRequest request) {
        return ReceiptResponse.forSeller(refunds.refund(caller, id, RefundRequest.relists(request)));
    }
}
