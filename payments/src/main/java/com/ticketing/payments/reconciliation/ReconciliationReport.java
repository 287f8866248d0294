package com.ticketing.payments.reconciliation;

import java.time.Instant;
import java.util.List;

/**
 * The differences between the two ledgers, and the payments that need attention.
 *
 * @param compared the number of this suite's PaymentIntents that were compared
 * @param foreign the number of PaymentIntents in the account that this suite did not create
 * @param attention rejected refunds, partial refunds and disputes that were recorded between the two times
 */
record ReconciliationReport(
        Instant from, Instant to, int compared, int foreign, List<Difference> differences, List<Attention> attention) {}
