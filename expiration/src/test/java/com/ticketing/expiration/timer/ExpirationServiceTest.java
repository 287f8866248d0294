package com.ticketing.expiration.timer;

import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.ClockReset;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;

/** Runs the service in one context for all tests, with a clock that tests can advance; it is reset after each test. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@Import({Channels.class, MovableClock.class})
@ExtendWith(ClockReset.class)
@interface ExpirationServiceTest {}
