package com.ticketing.common.messaging;

import com.ticketing.common.events.Subject;
import com.ticketing.common.sample.ChildProcess;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Publishes over the real connection and ends the process before or after a publication. */
@Configuration(proxyBeanMethods = false)
public class CrashingPublisher {

    @Bean
    BrokerConnection brokerConnection(NatsProperties properties) {
        return new BrokerConnection(
                properties, "crashing-" + ProcessHandle.current().pid());
    }

    @Bean
    @Primary
    EventPublisher crashingPublisher(BrokerConnection connection, @Value("${crash.point}") CrashPoint point) {
        return new Crashing(connection, point);
    }

    private record Crashing(EventPublisher publisher, CrashPoint point) implements EventPublisher {

        @Override
        public CompletableFuture<Void> publish(Subject subject, String json) {
            if (point == CrashPoint.BEFORE_PUBLISH) {
                ChildProcess.die();
            }
            return publisher.publish(subject, json).thenRun(ChildProcess::die);
        }

        @Override
        public boolean isConnected() {
            return publisher.isConnected();
        }

        @Override
        public void onConnected(Runnable action) {
            publisher.onConnected(action);
        }
    }
}
