package com.ticketing.tickets.ticket;

import com.ticketing.testsupport.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** The service, one context for all tests; what fails comes again soon and is parked early. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest(properties = {"messaging.ack-wait=PT3S", "messaging.max-deliveries=2"})
@Import({Channels.class, FindCommands.class})
@interface TicketsServiceTest {}
