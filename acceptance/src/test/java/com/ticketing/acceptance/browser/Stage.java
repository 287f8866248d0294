package com.ticketing.acceptance.browser;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.ticketing.acceptance.endtoend.RunningSuite;
import com.ticketing.testsupport.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** One started suite and one browser, which all tests share. */
final class Stage implements AutoCloseable {

    /** Longer than a busy machine needs for a purchase in the browser. */
    static final Duration HOLD = Duration.ofSeconds(90);

    static final Duration SOON = RunningSuite.EVENTUALLY;
    static final String PASSWORD = "a good password";

    private static final String ADMIN = "admin@example.com";

    private final Path folder;
    private final Chromium chromium = new Chromium();
    private final RunningSuite suite;

    Stage() {
        try {
            folder = Files.createTempDirectory("browser-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        suite = RunningSuite.start(
                folder.resolve("data"),
                Map.of(
                        "ORDERS_HOLD", HOLD.toString(),
                        "AUTH_ADMIN_EMAIL", ADMIN,
                        "AUTH_ADMIN_PASSWORD", PASSWORD));
    }

    String url() {
        return suite.url();
    }

    /** A browser of its own, where nobody is signed in. */
    Visitor visitor() {
        return visitor(new Browser.NewContextOptions());
    }

    Visitor visitor(Browser.NewContextOptions options) {
        BrowserContext context = chromium.browser()
                .newContext(options.setBaseURL(url())
                        .setLocale("en-US")
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        return new Visitor(context, url());
    }

    Visitor signedUp() {
        return signedUp(new Browser.NewContextOptions());
    }

    Visitor signedUp(Browser.NewContextOptions options) {
        Visitor visitor = visitor(options);
        visitor.enter("signup", UUID.randomUUID() + "@example.com", PASSWORD);
        return visitor;
    }

    Visitor admin(Browser.NewContextOptions options) {
        Visitor visitor = visitor(options);
        visitor.enter("signin", ADMIN, PASSWORD);
        return visitor;
    }

    /** Somebody without a browser. */
    Api person() {
        Map<String, String> person = Map.of("email", UUID.randomUUID() + "@example.com", "password", PASSWORD);
        return suite.api()
                .as(suite.api().post("/api/users/signup", person).expect(201).session());
    }

    /** A ticket that can be ordered. */
    String listed(Api seller, String title, String price) {
        String id = seller.post("/api/tickets", Map.of("title", title, "price", new BigDecimal(price)))
                .expect(201)
                .json()
                .path("id")
                .asString();
        // a price that nobody asks for: the order is refused, but not because the ticket is unknown
        Map<String, Object> never = Map.of("ticketId", id, "price", 999_999);
        await().atMost(SOON).until(() -> seller.post("/api/orders", never).status() == 409);
        return id;
    }

    @Override
    public void close() {
        chromium.close();
        suite.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
