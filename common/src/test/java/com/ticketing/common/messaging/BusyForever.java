package com.ticketing.common.messaging;

import static com.ticketing.testsupport.Eventually.await;

import com.ticketing.common.sample.Inbox;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;

/** Makes the listener of a process never finish its first message. */
@Configuration(proxyBeanMethods = false)
class BusyForever {

    @Autowired
    void neverEnd(Inbox inbox) {
        inbox.onDelivery(order -> await().atMost(Duration.ofHours(1)).until(() -> false));
    }
}
