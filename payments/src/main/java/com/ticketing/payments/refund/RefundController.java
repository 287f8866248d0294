package com.ticketing.payments.refund;

import com.ticketing.common.security.CurrentUser;
import com.ticketing.payments.receipt.ReceiptResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The routes to refund a payment, and to put the ticket back on sale afterwards. */
@RestController
class RefundController {

    private final RefundService refunds;

    RefundController(RefundService refunds) {
        this.refunds = refunds;
    }

    @PostMapping("/api/payments/{id}/refund")
    ReceiptResponse refund(
            CurrentUser caller,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable RefundRequest request) {
        return ReceiptResponse.forSeller(refunds.refund(caller, id, RefundRequest.relistOf(request)));
    }

    @PostMapping("/api/payments/{id}/relist")
    ReceiptResponse relist(CurrentUser caller, @PathVariable String id) {
        return ReceiptResponse.forSeller(refunds.relist(caller, id));
    }
}
