package com.ticketing.auth;

import com.ticketing.testsupport.ClockReset;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The whole auth service with cheap password hashes and a clock that tests can advance; it is reset after each test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ServiceTest(
        properties = {"auth.passwords.memory=64KB", "auth.passwords.iterations=1", "auth.passwords.max-wait=PT20S"})
@Import(AuthTest.Configuration.class)
@ExtendWith(ClockReset.class)
public @interface AuthTest {

    /** Replaces the system clock. */
    @TestConfiguration
    class Configuration {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }
}
