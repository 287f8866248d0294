package com.ticketing.payments.webhook;

import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.mongodb.repository.Update;

/** Stores the events of Stripe's webhooks. */
interface StripeEvents extends MongoRepository<StripeEvent, String> {

    /** Returns the oldest pending events that were not postponed or are due again. */
    @Query(value = "{pending: true, nextAttemptAt: {$not: {$gt: ?0}}}", sort = "{receivedAt: 1}")
    List<StripeEvent> findDue(Instant now, Limit limit);

    long countByPendingTrueAndFailedTrue();

    @Update("{'$set': {'nextAttemptAt': ?1}, '$unset': {'failed': true}}")
    void findAndPostponeById(String id, Instant nextAttemptAt);

    @Update("{'$set': {'nextAttemptAt': ?1, 'failed': true}}")
    void findAndPostponeFailedById(String id, Instant nextAttemptAt);

    @Update("{'$unset': {'pending': true, 'nextAttemptAt': true, 'failed': true}}")
    void findAndClearPendingById(String id);
}
