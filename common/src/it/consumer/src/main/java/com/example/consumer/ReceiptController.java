package com.example.consumer;

import com.ticketing.common.errors.CommonError;
import com.ticketing.common.errors.ApiException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReceiptController {

    private final Receipts receipts;

    ReceiptController(Receipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping("/api/receipts/{order}")
    Receipt find(@PathVariable String order) {
        return receipts.find(order).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
    }
}
