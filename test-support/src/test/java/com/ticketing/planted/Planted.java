package com.ticketing.planted;

import com.ticketing.common.messaging.Listener;
import com.ticketing.common.security.CurrentUser;
import com.ticketing.devservers.FreePorts;
import com.ticketing.orders.order.Order;
import io.nats.client.Nats;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.repository.CrudRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Each class violates one rule in one way. */
@SuppressWarnings("all")
public final class Planted {

    static class DependsOnTheBroker {
        Nats nats;
    }

    static class DependsOnAnotherService {
        Order[] orders;
    }

    static class DependsOnATool {
        FreePorts ports;
    }

    static class Sleeps {
        void sleep() throws InterruptedException {
            Thread.sleep(1);
        }
    }

    static class SleepsInUnits {
        void sleep() throws InterruptedException {
            TimeUnit.SECONDS.sleep(1);
        }
    }

    static class Parks {
        void sleep() {
            LockSupport.park();
        }
    }

    static class ParksForATime {
        void sleep() {
            LockSupport.parkNanos(1);
        }
    }

    static class ParksUntilATime {
        void sleep() {
            LockSupport.parkUntil(1);
        }
    }

    static class WaitsOnAMonitor {
        synchronized void sleep() throws InterruptedException {
            wait(1);
        }
    }

    static class Spins {
        void sleep() {
            Thread.onSpinWait();
        }
    }

    static class ReadsInstant {
        Instant now() {
            return Instant.now();
        }
    }

    static class ReadsInstantByReference {
        Supplier<Instant> now = Instant::now;
    }

    static class ReadsLocalDate {
        LocalDate today() {
            return LocalDate.now(ZoneOffset.UTC);
        }
    }

    static class ReadsMillis {
        long now() {
            return System.currentTimeMillis();
        }
    }

    static class ReadsDate {
        Date now() {
            return new Date();
        }
    }

    static class ReadsCalendar {
        Calendar now() {
            return Calendar.getInstance();
        }
    }

    static class CreatesAClock {
        Clock clock = Clock.systemUTC();
    }

    static class Prints {
        void print() {
            System.out.println("printed");
        }
    }

    static class PrintsErrors {
        void print() {
            System.err.println("printed");
        }
    }

    static class PrintsStackTraces {
        void print(Exception e) {
            e.printStackTrace();
        }
    }

    static class LogsToJdk {
        Logger log = Logger.getLogger("planted");
    }

    static class InjectsAField {
        @Autowired
        Clock clock;
    }

    static class InjectsAValue {
        @Value("${planted}")
        String setting;
    }

    static class InjectsASetter {
        @Autowired
        void setClock(Clock clock) {}
    }

    static class TicketImpl {}

    static class TicketManager {}

    static class TicketUtil {}

    static class TicketUtils {}

    static class TicketHelper {}

    static class TicketDto {}

    @RestController
    public static class PublicController {}

    @Controller
    public static class PublicPlainController {}

    @RestControllerAdvice
    public static class PublicAdvice {}

    @Configuration
    public static class PublicConfiguration {}

    public static class PublicListener extends Listener<String> {
        @Override
        protected void onMessage(String event) {}
    }

    static class ConsumesTickets extends Listener<String> {
        @Override
        protected void onMessage(String event) {}
    }

    static class HasADouble {
        double price;
    }

    static class ReturnsAFloat {
        float price() {
            return 0;
        }
    }

    static class TakesADouble {
        void setPrice(Double price) {}
    }

    static class SavesByTemplate {
        void save(MongoTemplate mongo) {
            mongo.save("ticket");
        }
    }

    static class SavesByOperations {
        void save(MongoOperations mongo) {
            mongo.save("ticket", "tickets");
        }
    }

    interface Strings extends MongoRepository<String, String> {}

    static class SavesByRepository {
        void save(Strings strings) {
            strings.save("ticket");
        }
    }

    static class SavesManyByRepository {
        void save(CrudRepository<String, String> strings) {
            strings.saveAll(List.of("ticket"));
        }
    }

    static class PostsAnonymously {
        @PostMapping
        void post() {}
    }

    static class PutsWithTheUserLast {
        @PutMapping
        void put(String id, CurrentUser user) {}
    }

    static class PatchesAnonymously {
        @PatchMapping
        void patch(String id) {}
    }

    static class DeletesAnonymously {
        @DeleteMapping
        void delete(String id) {}
    }

    static class MapsAPost {
        @RequestMapping(method = {RequestMethod.GET, RequestMethod.POST})
        void post(String id) {}
    }

    static class MapsEverything {
        @RequestMapping("/planted")
        void handle(String id) {}
    }
}
