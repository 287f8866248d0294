package com.ticketing.payments.receipt;

import com.ticketing.common.paging.Keyset;
import com.ticketing.common.security.CurrentUser;
import com.ticketing.payments.charge.OpenPayments;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.Payments;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The route to the receipts of the caller's purchases or sales, and for admins to those of an order. */
@RestController
class ReceiptController {

    private static final Logger log = LoggerFactory.getLogger(ReceiptController.class);
    private static final int PAGE = 50;

    private final Payments payments;
    private final OpenPayments openPayments;

    ReceiptController(Payments payments, OpenPayments openPayments) {
        this.payments = payments;
        this.openPayments = openPayments;
    }

    /** Returns the receipts of the caller's purchases or sales, or of one purchase; for an admin, of anyone's. */
    @GetMapping("/api/payments")
    ResponseEntity<List<ReceiptResponse>> receipts(
            CurrentUser caller,
            @RequestParam(defaultValue = "false") boolean sold,
            @RequestParam @Nullable String orderId,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit) {
        Keyset page = Keyset.of(after, limit, PAGE);
        if (orderId != null) {
            return ResponseEntity.ok(ofOrder(caller, orderId).stream().toList());
        }
        return sold
                ? page.answer(payments.sold(caller.id(), page), Payment::id, ReceiptResponse::forSeller)
                : page.answer(payments.bought(caller.id(), page), Payment::id, ReceiptResponse::forBuyer);
    }

    private Optional<ReceiptResponse> ofOrder(CurrentUser caller, String orderId) {
        return caller.isAdmin()
                ? openPayments.find(orderId).map(payment -> forAdmin(caller, payment))
                : openPayments.find(caller.id(), orderId).map(ReceiptResponse::forBuyer);
    }

    private static ReceiptResponse forAdmin(CurrentUser admin, Payment payment) {
        if (payment.order().isBuyer(admin.id())) {
            return ReceiptResponse.forBuyer(payment);
        }
        log.info("Receipt read by admin: adminId={} orderId={}", admin.id(), payment.id());
        return ReceiptResponse.forSeller(payment);
    }
}
