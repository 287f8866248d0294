package com.ticketing.orders.order;

import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * The service, one context for all tests. What fails comes again soon and is parked early, and people stay signed in
 * when the clock is put forward.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest(properties = {"messaging.ack-wait=PT3S", "messaging.max-deliveries=2", "jwt.access-life=P2D"})
@Import({Channels.class, MovableClock.class, ParkedMessages.class, Shop.class})
@interface OrdersServiceTest {}
