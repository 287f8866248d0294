package com.ticketing.common.outbox;

import com.ticketing.common.messaging.CrashingPublisher;
import com.ticketing.common.messaging.EventPublisher;
import com.ticketing.common.sample.Listing;
import com.ticketing.common.sample.Listings;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Saves a listing with the configured title, if any, once the broker is connected. */
@Configuration(proxyBeanMethods = false)
@Import(CrashingPublisher.class)
public class SavesOnceConnected {

    @Bean
    Object writer(
            EventPublisher publisher, Listings listings, @Value("${crash.title:#{null}}") Optional<String> title) {
        title.ifPresent(wanted -> publisher.onConnected(() -> listings.save(Listing.of(wanted))));
        return "";
    }
}
