package com.ticketing.expiration.timer;

import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** The service, one context for all tests, with a clock that can be put forward. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@Import({Channels.class, MovableClock.class})
@interface ExpirationServiceTest {}
