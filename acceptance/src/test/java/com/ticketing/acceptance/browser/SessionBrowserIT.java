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

/** Signing in and staying so, in several tabs; and other sites, which get nothing of it. */
@BrowserTest
class SessionBrowserIT {

    private final Stage stage;

    SessionBrowserIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void aPersonSignsUpOutAndIn() {
        String email = UUID.randomUUID() + "@example.com";
        try (Visitor visitor = stage.visitor()) {
            visitor.at("/signup");
            visitor.page().getByLabel("Email").fill(email);
            visitor.page()
                    .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(Stage.PASSWORD);
            visitor.button("Create it").click();
            visitor.button("Sign out").click();
            visitor.sees(visitor.link("Sign in").first());

            visitor.at("/signin");
            visitor.page().getByLabel("Email").fill(email);
            visitor.page()
                    .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(Stage.PASSWORD);
            visitor.button("Sign in").click();
            visitor.sees(visitor.button("Sign out"));
        }
    }

    @Test
    void anEndedTokenIsRenewedInSilenceForTwoTabsAtOnce() {
        try (Visitor visitor = stage.signedUp()) {
            Page other = visitor.tab();
            List<Page> tabs = List.of(visitor.page(), other);
            tabs.forEach(tab -> {
                tab.navigate("/account");
                assertThat(Visitor.heading(tab, "Where you are signed in")).isVisible();
            });
            List<Response> refused = new CopyOnWriteArrayList<>();
            List<Response> renewals = new CopyOnWriteArrayList<>();
            visitor.context().onResponse(response -> {
                if (response.url().endsWith("/api/users/refresh")) {
                    (response.ok() ? renewals : refused).add(response);
                }
            });
            visitor.context().clearCookies(new ClearCookiesOptions().setName("session"));

            // by their own clocks, so that neither waits for the other
            tabs.forEach(tab -> tab.evaluate("() => { window.before = true;"
                    + " setTimeout(() => location.reload(), 1000 - Date.now() % 1000); }"));

            tabs.forEach(tab -> {
                tab.waitForFunction("() => window.before === undefined");
                assertThat(Visitor.heading(tab, "Where you are signed in")).isVisible();
                assertThat(tab.getByText("This device")).isVisible();
            });
            assertThat(renewals).isNotEmpty();
            assertThat(refused).isEmpty();
        }
    }

    @Test
    void signingOutInOneTabIsSigningOutInAll() {
        try (Visitor visitor = stage.signedUp()) {
            Page other = visitor.tab();
            other.navigate("/orders");
            assertThat(Visitor.heading(other, "My orders")).isVisible();
            visitor.at("/").button("Sign out").click();

            assertThat(other.getByText("You signed out in another tab.")).isVisible();
            assertThat(Visitor.heading(other, "Sign in")).isVisible();
        }
    }

    @Test
    void noTokenIsReadableByScript() {
        try (Visitor visitor = stage.signedUp()) {
            visitor.at("/").sees(visitor.button("Sign out"));

            assertThat(visitor.page().evaluate("document.cookie")).isEqualTo("");
            assertThat(visitor.page()
                            .evaluate("Object.values(localStorage).concat(Object.values(sessionStorage)).join()")
                            .toString())
                    .doesNotContain("ey", ".");
        }
    }

    @Test
    void anotherOriginsPageCannotActForThePerson() throws Exception {
        String title = "Forged " + UUID.randomUUID();
        // the same site, so that the browser sends the cookies; another origin all the same
        String page = """
                <form method="post" enctype="text/plain" action="%s/api/tickets">
                <input name='{"title":"%s","price":1,"x":"' value='"}'><button>Win</button></form>
                """.formatted(stage.url(), title);
        HttpServer evil = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        evil.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write(page.getBytes(UTF_8));
            }
        });
        evil.start();
        try (Visitor victim = stage.signedUp()) {
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
