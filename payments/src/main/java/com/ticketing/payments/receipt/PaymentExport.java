package com.ticketing.payments.receipt;

import java.util.stream.Stream;

/**
 * The data of a user in this service. The payments are read while the response is written.
 *
 * @param bought the user's payments, newest first
 * @param sold the payments for the user's tickets, newest first, without the buyers' cards
 */
record PaymentExport(Stream<ReceiptResponse> bought, Stream<ReceiptResponse> sold) {}
