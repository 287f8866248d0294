package com.ticketing.payments.webhook;

import java.util.List;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Update;

/** Stores the events of Stripe's webhooks. */
interface StripeEvents extends MongoRepository<StripeEvent, String> {

    /** Returns the oldest pending events. */
    List<StripeEvent> findTop100ByPendingTrueOrderByReceivedAt();

    @Update("{'$unset': {'pending': true}}")
    void findAndClearPendingById(String id);
}
