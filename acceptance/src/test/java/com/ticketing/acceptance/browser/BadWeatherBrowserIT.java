package com.ticketing.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.Route.ResumeOptions;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests what only a browser can show of the page with blocked storage, missing files, slow answers and half-open
 * streams.
 */
@BrowserTest
class BadWeatherBrowserIT {

    /** The page's time without an event until a stream counts as half-open, in milliseconds. */
    private static final long SILENCE = 40_000;

    /** The page's pause before it reconnects, in milliseconds. */
    private static final long RECONNECT_DELAY = 2_000;

    private final BrowserSuite suite;

    BadWeatherBrowserIT(BrowserSuite suite) {
        this.suite = suite;
    }

    @Test
    void everythingWorksWhereStorageIsBlocked() {
        String email = UUID.randomUUID() + "@example.com";
        try (BrowserSession session = suite.session()) {
            session.context().addInitScript("""
                    for (const area of ['localStorage', 'sessionStorage']) {
                      Object.defineProperty(window, area, { get() { throw new DOMException('', 'SecurityError'); } });
                    }
                    window.BroadcastChannel = function () { throw new DOMException('', 'SecurityError'); };
                    """);
            session.open("/signup");
            session.page().getByLabel("Email address").fill(email);
            session.page()
                    .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(BrowserSuite.PASSWORD);
            session.button("Create account").click();
            session.sees(session.button("Sign out"));
            session.page().getByLabel("Language").selectOption("de");
            session.sees(session.button("Abmelden"));
        }
    }

    static Stream<Arguments> waysToBeMissing() {
        Consumer<Route> aborted = Route::abort;
        Consumer<Route> notFound = route -> route.fulfill(new FulfillOptions().setStatus(404));
        Consumer<Route> replaced = route ->
                route.fulfill(new FulfillOptions().setContentType("text/html").setBody("<!doctype html><p>Hello"));
        return Stream.of(
                arguments("aborted", aborted), arguments("not found", notFound), arguments("HTML instead", replaced));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysToBeMissing")
    void aMissingFileAtTheFirstLoadIsLoadedAgainFiveTimesAndThenReported(String name, Consumer<Route> missing) {
        try (BrowserSession session = suite.session()) {
            List<Request> documents = documentsOf(session.page());
            session.page().route("**/assets/index-*.js", missing);
            session.open("/");
            session.sees(session.page().getByText("Ticketing could not be loaded"));
            assertThat(documents).hasSize(6);
            session.page().unroute("**/assets/index-*.js");
            session.link("reload the page").click();
            session.sees(session.heading("Tickets"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysToBeMissing")
    void aMissingFileOfAPageIsLoadedAgainOnceAndThenReported(String name, Consumer<Route> missing) {
        try (BrowserSession session = suite.session()) {
            session.page().route("**/assets/SignInPage-*.js", missing);
            session.open("/").sees(session.heading("Tickets"));
            List<Request> documents = documentsOf(session.page());
            session.link("Sign in").first().click();
            session.sees(session.heading("This page could not be loaded"));
            assertThat(documents).hasSize(1);
            assertThat(session.page()).hasURL(suite.url() + "/signin");
            session.page().unroute("**/assets/SignInPage-*.js");
            session.button("Reload page").click();
            session.sees(session.heading("Sign in"));
        }
    }

    @Test
    void aMissingLanguageIsLoadedAgainOnceAndThenReported() {
        try (BrowserSession session = suite.session()) {
            session.page().route("**/assets/de-*.js", Route::abort);
            session.open("/").sees(session.heading("Tickets"));
            List<Request> documents = documentsOf(session.page());
            session.page().getByLabel("Language").selectOption("de");
            assertThat(session.alert()).containsText("Deutsch could not be loaded");
            session.sees(session.heading("Tickets"));
            assertThat(documents).hasSize(1);
        }
    }

    @Test
    void aDoubleClickOnASlowAnswerListsOneTicket() {
        try (BrowserSession session = suite.signedUp()) {
            session.open("/sell");
            session.page().getByLabel("Title").fill("Once");
            session.page().getByLabel("Price in USD").fill("20");
            List<Route> unanswered = new CopyOnWriteArrayList<>();
            session.page().route("**/api/tickets", unanswered::add);
            session.button("List ticket").dblclick();
            session.page().waitForCondition(() -> !unanswered.isEmpty());
            session.page().unroute("**/api/tickets");
            unanswered.forEach(Route::resume);
            session.sees(session.heading("Once"));
            assertThat(session.api().get("/api/tickets/mine").expect(200).json().size())
                    .isOne();
        }
    }

    @Test
    void aHalfOpenStreamIsReplaced() throws Exception {
        HttpServer silent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        silent.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
        });
        silent.start();
        try (BrowserSession session = suite.session()) {
            String url = "http://localhost:" + silent.getAddress().getPort() + "/";
            session.page().route("**/api/tickets/events", route -> {
                route.resume(new ResumeOptions().setUrl(url));
                session.page().unroute("**/api/tickets/events");
            });
            List<Request> streams = requestsOf(session.page(), BadWeatherBrowserIT::opensTheStream);
            session.page().clock().install();
            session.open("/").sees(session.heading("Tickets"));
            session.page().waitForCondition(() -> streams.size() == 1);
            session.page().clock().fastForward(SILENCE);
            session.page().clock().fastForward(RECONNECT_DELAY);
            session.page().waitForCondition(() -> streams.size() == 2);
            suite.createTicket(suite.newUser(), BrowserSuite.newWord(), "20");
            session.sees(session.button("Show 1 new ticket"));
        } finally {
            silent.stop(0);
        }
    }

    @Test
    void whatWasTypedSurvivesASignOutInAnotherTab() {
        String email = UUID.randomUUID() + "@example.com";
        try (BrowserSession session = suite.session()) {
            session.signInByApi("signup", email, BrowserSuite.PASSWORD);
            session.open("/sell").page().getByLabel("Title").fill("Typed");
            Page other = session.tab();
            other.navigate("/");
            other.getByText("Sign out").click();

            session.sees(session.heading("Sign in"));
            session.page().getByLabel("Email address").fill(email);
            session.page()
                    .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(BrowserSuite.PASSWORD);
            session.button("Sign in").click();
            assertThat(session.page().getByLabel("Title")).hasValue("Typed");
        }
    }

    private static boolean opensTheStream(Request request) {
        return request.url().endsWith("/api/tickets/events");
    }

    private static List<Request> documentsOf(Page page) {
        return requestsOf(page, Request::isNavigationRequest);
    }

    /** Returns the page's future requests of a kind. */
    private static List<Request> requestsOf(Page page, Predicate<Request> kind) {
        List<Request> requests = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (kind.test(request)) {
                requests.add(request);
            }
        });
        return requests;
    }
}
