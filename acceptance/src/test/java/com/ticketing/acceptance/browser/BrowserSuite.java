package com.ticketing.acceptance.browser;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.ticketing.acceptance.endtoend.UpProcess;
import com.ticketing.testsupport.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** One suite and one browser, shared by all tests of a JVM. So the lists contain other tests' tickets and users. */
final class BrowserSuite implements AutoCloseable {

    /** Longer than a busy machine needs for a purchase in the browser. */
    static final Duration HOLD = Duration.ofSeconds(90);

    static final Duration SOON = UpProcess.TIMEOUT;
    static final String PASSWORD = "a good password";

    private static final String ADMIN = "admin@example.com";

    private final Path folder;
    private final Chromium chromium = new Chromium();
    private final UpProcess up;

    BrowserSuite() {
        try {
            folder = Files.createTempDirectory("browser-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        up = UpProcess.start(
                folder.resolve("data"),
                Map.of(
                        "ORDERS_HOLD", HOLD.toString(),
                        "AUTH_ADMIN_EMAIL", ADMIN,
                        "AUTH_ADMIN_PASSWORD", PASSWORD));
    }

    /** Returns a word that is in no title yet, so that a search for it finds only the test's own tickets. */
    static String newWord() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }

    String url() {
        return up.url();
    }

    /** Returns an anonymous session with its own cookies. */
    BrowserSession session() {
        return session(new Browser.NewContextOptions());
    }

    /** The language is English, unless the options name another locale. */
    BrowserSession session(Browser.NewContextOptions options) {
        BrowserContext context = chromium.browser()
                .newContext(options.setBaseURL(url())
                        .setLocale(Objects.requireNonNullElse(options.locale, "en-US"))
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        return new BrowserSession(context, url());
    }

    BrowserSession signedUp() {
        return signedUp(new Browser.NewContextOptions());
    }

    BrowserSession signedUp(Browser.NewContextOptions options) {
        BrowserSession session = session(options);
        session.signInByApi("signup", UUID.randomUUID() + "@example.com", PASSWORD);
        return session;
    }

    BrowserSession admin(Browser.NewContextOptions options) {
        BrowserSession session = session(options);
        session.signInByApi("signin", ADMIN, PASSWORD);
        return session;
    }

    /** Returns the API client of a new account without a browser session. */
    Api newUser() {
        Map<String, String> account = Map.of("email", UUID.randomUUID() + "@example.com", "password", PASSWORD);
        return up.api()
                .as(up.api().post("/api/users/signup", account).expect(201).session());
    }

    /** Creates a ticket and returns when it can be ordered. */
    String createTicket(Api seller, String title, String price) {
        return createTicket(seller, Map.of("title", title, "price", new BigDecimal(price)));
    }

    /** Creates a ticket of these fields and returns when it can be ordered. */
    String createTicket(Api seller, Map<String, Object> ticket) {
        String id = seller.post("/api/tickets", ticket)
                .expect(201)
                .json()
                .path("id")
                .asString();
        // With a price that differs from the ticket's, the order is rejected, but not because the ticket is unknown.
        Map<String, Object> otherPrice = Map.of("ticketId", id, "price", 999_999);
        await().atMost(SOON).until(() -> seller.post("/api/orders", otherPrice).status() == 409);
        return id;
    }

    @Override
    public void close() {
        chromium.close();
        up.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
