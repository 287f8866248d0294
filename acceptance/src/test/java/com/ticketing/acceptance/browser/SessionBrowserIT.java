package com.ticketing.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Tests sessions: signing in and out, renewal in several tabs, and protection against other origins. */
@BrowserTest
class SessionBrowserIT {

    private final BrowserSuite suite;

    SessionBrowserIT(BrowserSuite suite) {
        this.suite = suite;
    }

    @Test
    void aUserSignsUpOutAndIn() {
        String email = UUID.randomUUID() + "@example.com";
        try (BrowserSession session = suite.session()) {
            session.open("/signup");
            session.page().getByLabel("Email address").fill(email);
            session.page()
                    .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(BrowserSuite.PASSWORD);
            session.button("Create account").click();
            session.button("Sign out").click();
            session.sees(session.link("Sign in").first());

            session.open("/signin");
            session.page().getByLabel("Email address").fill(email);
            session.page()
                    .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(BrowserSuite.PASSWORD);
            session.button("Sign in").click();
            session.sees(session.button("Sign out"));
        }
    }

    @Test
    void anExpiredTokenIsRenewedSilentlyInTwoTabs() {
        try (BrowserSession session = suite.signedUp()) {
            Page other = session.tab();
            List<Page> tabs = List.of(session.page(), other);
            tabs.forEach(tab -> {
                tab.navigate("/account");
                assertThat(BrowserSession.heading(tab, "Your devices")).isVisible();
            });
            List<Response> rejected = new CopyOnWriteArrayList<>();
            List<Response> renewals = new CopyOnWriteArrayList<>();
            session.context().onResponse(response -> {
                if (response.url().endsWith("/api/users/refresh")) {
                    (response.ok() ? renewals : rejected).add(response);
                }
            });
            session.context().clearCookies(new ClearCookiesOptions().setName("session"));

            // Both tabs reload at the same second of their own clocks.
            tabs.forEach(tab -> tab.evaluate("() => { window.before = true;"
                    + " setTimeout(() => location.reload(), 1000 - Date.now() % 1000); }"));

            tabs.forEach(tab -> {
                tab.waitForFunction("() => window.before === undefined");
                assertThat(BrowserSession.heading(tab, "Your devices")).isVisible();
                assertThat(tab.getByText("This device")).isVisible();
            });
            assertThat(renewals).isNotEmpty();
            assertThat(rejected).isEmpty();
        }
    }

    @Test
    void signingOutInOneTabSignsOutAllTabs() {
        try (BrowserSession session = suite.signedUp()) {
            Page other = session.tab();
            other.navigate("/orders");
            assertThat(BrowserSession.heading(other, "My orders")).isVisible();
            session.open("/").button("Sign out").click();

            assertThat(other.getByText("You signed out in another tab.")).isVisible();
            assertThat(BrowserSession.heading(other, "Sign in")).isVisible();
        }
    }

    @Test
    void scriptsCannotReadTheToken() {
        try (BrowserSession session = suite.signedUp()) {
            session.open("/").sees(session.button("Sign out"));

            assertThat(session.page().evaluate("document.cookie")).isEqualTo("");
            assertThat(session.page()
                            .evaluate("Object.values(localStorage).concat(Object.values(sessionStorage)).join()")
                            .toString())
                    .doesNotContain("ey", ".");
        }
    }

    @Test
    void anotherOriginCannotActForTheUser() throws Exception {
        String title = "Forged " + UUID.randomUUID();
        // The same site, so that the browser sends cookies, but another origin.
        String page = """
                <form method="post" enctype="text/plain" action="%s/api/tickets">
                <input name='{"title":"%s","price":1,"x":"' value='"}'><button>Win</button></form>
                """.formatted(suite.url(), title);
        HttpServer evil = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        evil.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write(page.getBytes(UTF_8));
            }
        });
        evil.start();
        try (BrowserSession victim = suite.signedUp()) {
            victim.page().navigate("http://localhost:" + evil.getAddress().getPort() + "/");
            Response answer = victim.page()
                    .waitForResponse(
                            "**/api/tickets",
                            () -> victim.page().getByRole(AriaRole.BUTTON).click());

            assertThat(answer.request().allHeaders().get("cookie")).contains("session=");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(victim.api().get("/api/tickets/mine").expect(200).json().size())
                    .isZero();
        } finally {
            evil.stop(0);
        }
    }
}
