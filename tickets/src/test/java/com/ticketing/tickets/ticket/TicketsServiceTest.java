package com.ticketing.tickets.ticket;

import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.ClockReset;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.ServiceTest;
import com.ticketing.testsupport.database.BlockedCommands;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;

/**
 * Runs the service in one context for all tests. Failed messages are redelivered after three seconds and parked early.
 * Messages are handled one at a time, so that a test can await the effect of a later one on the same channel. The clock
 * is reset after each test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest(properties = {"messaging.ack-wait=PT3S", "messaging.max-deliveries=2", "messaging.batch=1"})
@Import({BlockedCommands.class, Channels.class, FindCommandRecorder.class, MovableClock.class, PatientCombining.class})
@ExtendWith(ClockReset.class)
@interface TicketsServiceTest {}
