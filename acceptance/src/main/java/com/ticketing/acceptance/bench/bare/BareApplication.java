package com.ticketing.acceptance.bench.bare;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers with objects from memory. Runs on a service's own libraries, without security, metrics and database. */
@SpringBootConfiguration
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
@Import(BareApplication.Objects.class)
public class BareApplication {

    public static void main(String... arguments) {
        SpringApplication.run(BareApplication.class, arguments);
    }

    record Item(String id, String title, BigDecimal price, String userId, long version) {}

    @RestController
    static class Objects {

        private final Item item =
                new Item("67443fa2b51c0d2f4c9a1234", "Benchmark ticket", BigDecimal.TEN, "67443fa2b51c0d2f4c9a0001", 0);

        @GetMapping("/one")
        Item one() {
            return item;
        }

        @GetMapping("/list/{size}")
        List<Item> list(@PathVariable int size) {
            return Collections.nCopies(size, item);
        }
    }
}
