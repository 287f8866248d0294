package com.ticketing.payments.deletion;

import com.ticketing.common.bans.DeletionAction;
import com.ticketing.common.paging.Keyset;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.Payments;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Erases the cards of a deleted buyer. The payments themselves are kept for {@link RetentionProperties#retention}. */
@Component
class EraseCardsOfDeletedBuyers implements DeletionAction {

    private final Payments payments;
    private final Clock clock;

    EraseCardsOfDeletedBuyers(Payments payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    @Override
    public void onDeleted(String userId) {
        Keyset.stream(page -> payments.ofBuyer(userId, page), Payment::id)
                .forEach(payment -> payments.changeIf(
                        payment.id(),
                        stored -> !stored.isBuyerDeleted(),
                        stored -> stored.deleteBuyer(clock.instant().truncatedTo(ChronoUnit.MILLIS))));
    }
}
