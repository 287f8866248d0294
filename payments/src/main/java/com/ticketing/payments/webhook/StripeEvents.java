package com.ticketing.payments.webhook;

import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.mongodb.repository.Update;

/** Stores the events of Stripe's webhooks. */
interface StripeEvents extends MongoRepository<StripeEvent, String> {

    /** Returns the oldest pending events that have not failed or are due again. */
    @Query(value = "{pending: true, nextAttemptAt: {$not: {$gt: ?0}}}", sort = "{receivedAt: 1}")
    List<StripeEvent> findDue(Instant now, Limit limit);

    long countByPendingTrueAndNextAttemptAtNotNull();

    @Update("{'$set': {'nextAttemptAt': ?1}}")
    void findAndPostponeById(String id, Instant nextAttemptAt);

    @Update("{'$unset': {'pending': true, 'nextAttemptAt': true}}")
    void findAndClearPendingById(String id);
}
