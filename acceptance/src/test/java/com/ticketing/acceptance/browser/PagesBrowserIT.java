package com.ticketing.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.ticketing.acceptance.endtoend.UpProcess;
import com.ticketing.testsupport.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests every page in light English and dark German: no findings by axe, no horizontal scrolling, and a screenshot. */
@BrowserTest
class PagesBrowserIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Path AXE = UpProcess.CHECKOUT.resolve("client/node_modules/axe-core/axe.min.js");

    /** 1280 pixels at 400 percent: WCAG 1.4.10 requires that no horizontal scrolling is necessary. */
    private static final int NARROW = 320;

    /** Longer than a busy machine needs to sell a ticket. */
    private static final Duration UNTIL_EVENT = Duration.ofSeconds(60);

    /** Each theme and each language once: contrast does not depend on the language, nor width on the theme. */
    enum Appearance {
        LIGHT_ENGLISH(ColorScheme.LIGHT, "en-US"),
        DARK_GERMAN(ColorScheme.DARK, "de-DE");

        private final ColorScheme theme;
        private final String locale;

        Appearance(ColorScheme theme, String locale) {
            this.theme = theme;
            this.locale = locale;
        }

        Browser.NewContextOptions options() {
            return new Browser.NewContextOptions().setColorScheme(theme).setLocale(locale);
        }
    }

    private final BrowserSuite suite;

    PagesBrowserIT(BrowserSuite suite) {
        this.suite = suite;
    }

    @ParameterizedTest
    @EnumSource
    void areAccessibleAndFitASmallScreen(Appearance appearance) throws IOException {
        String axe = Files.readString(AXE);
        try (BrowserSession session = suite.signedUp(appearance.options());
                BrowserSession admin = suite.admin(appearance.options());
                BrowserSession anonymous = suite.session(appearance.options())) {
            Map<String, String> paths = paths(session, admin.api());
            Map<String, String> found = new LinkedHashMap<>();
            paths.forEach((name, path) -> {
                if (name.equals("admin-overdue")) {
                    awaitOverdueDelivery(admin.api());
                }
                BrowserSession who = name.startsWith("admin") ? admin : name.startsWith("sign") ? anonymous : session;
                inspect(who.open(path).page(), name, appearance, axe, found);
            });
            assertThat(found).isEmpty();
            isPrintedAlone(
                    admin.open(requireNonNull(paths.get("admin-evidence"))).page(), appearance);
        }
    }

    /** Creates an example of every page's data and returns the paths. */
    private Map<String, String> paths(BrowserSession session, Api admin) {
        Api person = session.api();
        Api seller = suite.newUser();
        sellWithoutDelivery(seller, admin);
        String free = suite.createTicket(seller, "Jazz in the park, 12 June, front row", "19.99");
        String own = suite.createTicket(person, "Open-air cinema", "8");
        String unavailable = suite.createTicket(seller, "Opera, box", "120");
        suite.newUser().post("/api/orders", Map.of("ticketId", unavailable)).expect(201);
        String sold = suite.createTicket(seller, "Folk night", "15");
        String paid = order(person, sold);
        pay(person, paid);
        deliver(seller, person, sold);
        String cancelled = order(person, suite.createTicket(seller, "Poetry slam", "5"));
        person.delete("/api/orders/" + cancelled).expect(204);
        String held = order(person, suite.createTicket(seller, "Rock am Ring, three days", "259.50"));
        String withdrawn = suite.createTicket(seller, "Chamber music, two seats", "45");
        seller.delete("/api/tickets/" + withdrawn).expect(204);
        String ownWithdrawn = suite.createTicket(person, "Ballet, gallery", "30");
        person.delete("/api/tickets/" + ownWithdrawn).expect(204);
        Api banned = suite.newUser();
        String bannedId = idOf(banned);
        suite.createTicket(banned, "Meet and greet", "500");
        admin.post("/api/users/" + bannedId + "/ban", Map.of("reason", "Sells the same ticket twice"))
                .expect(200);
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("checkout", "/orders/" + held);
        paths.put("list", "/");
        paths.put("list-nothing-found", "/?q=nothinghasthisname");
        paths.put("ticket", "/tickets/" + free);
        paths.put("ticket-unavailable", "/tickets/" + unavailable);
        paths.put("ticket-own", "/tickets/" + own);
        paths.put("ticket-withdrawn", "/tickets/" + withdrawn);
        paths.put("ticket-own-withdrawn", "/tickets/" + ownWithdrawn);
        paths.put("sell", "/sell");
        paths.put("edit", "/tickets/" + own + "/edit");
        paths.put("order-paid", "/orders/" + paid);
        paths.put("receipt", "/orders/" + paid + "/receipt");
        paths.put("order-cancelled", "/orders/" + cancelled);
        paths.put("orders", "/orders");
        paths.put("listings", "/listings");
        paths.put("listings-held", "/listings?status=held");
        paths.put("listings-withdrawn", "/listings?status=withdrawn");
        paths.put("receipts", "/receipts");
        paths.put("receipts-sold", "/receipts?sold=true");
        paths.put("account", "/account");
        paths.put("signin", "/signin");
        paths.put("signup", "/signup");
        paths.put("sign-in-forgot", "/forgot-password");
        paths.put("sign-in-reset", "/reset-password?token=x");
        paths.put("admin", "/admin");
        paths.put("admin-user", "/admin/users/" + idOf(person));
        paths.put("admin-user-banned", "/admin/users/" + bannedId);
        paths.put("admin-evidence", "/admin/users/" + idOf(person) + "/orders/" + paid);
        paths.put("admin-audit", "/admin/audit");
        paths.put("not-found", "/nowhere");
        paths.put("admin-overdue", "/admin/overdue");
        return paths;
    }

    /** Sells a ticket whose event starts soon. The suite has it for all appearances. */
    private void sellWithoutDelivery(Api seller, Api admin) {
        if (hasOverdueDeliveries(admin)) {
            return;
        }
        Api buyer = suite.newUser();
        Map<String, Object> ticket = Map.of(
                "title",
                "Silent disco",
                "price",
                12,
                "startsAt",
                Instant.now().plus(UNTIL_EVENT).toString(),
                "timeZone",
                "Europe/Vienna");
        pay(buyer, order(buyer, suite.createTicket(seller, ticket)));
    }

    private static void awaitOverdueDelivery(Api admin) {
        await().atMost(BrowserSuite.SOON.plus(UNTIL_EVENT)).until(() -> hasOverdueDeliveries(admin));
    }

    private static boolean hasOverdueDeliveries(Api admin) {
        return !admin.get("/api/tickets/deliveries/overdue").expect(200).json().isEmpty();
    }

    private static void pay(Api person, String order) {
        await().atMost(BrowserSuite.SOON)
                .until(() -> person.post("/api/payments", Map.of("token", "tok_visa", "orderId", order))
                                .status()
                        == 201);
    }

    /** Gives the buyer a code, which the buyer reads. */
    private static void deliver(Api seller, Api buyer, String ticket) {
        String path = "/api/tickets/" + ticket + "/delivery";
        Map<String, String> code =
                Map.of("kind", "code", "value", UUID.randomUUID().toString());
        await().atMost(BrowserSuite.SOON).until(() -> seller.put(path, code).status() == 204);
        await().atMost(BrowserSuite.SOON).until(() -> buyer.get(path).status() == 200);
    }

    private static String idOf(Api person) {
        return person.get("/api/users/currentuser")
                .expect(200)
                .json()
                .path("currentUser")
                .path("id")
                .asString();
    }

    private static void isPrintedAlone(Page page, Appearance appearance) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(2)))
                .hasCount(3);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(screenshot("admin-evidence-print", appearance)));
        assertThat(page.locator("main dl").first()).isVisible();
        assertThat(page.locator(":is(header, nav, button, footer):not(main header):visible"))
                .hasCount(0);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static Path screenshot(String name, Appearance appearance) {
        return SCREENSHOTS.resolve(
                name + "-" + appearance.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".png");
    }

    private static String order(Api person, String ticket) {
        return person.post("/api/orders", Map.of("ticketId", ticket))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static void inspect(Page page, String name, Appearance appearance, String axe, Map<String, String> found) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
        assertThat(page.locator("[class*=skeleton]")).hasCount(0);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(screenshot(name, appearance)));
        // A script element would violate the page's policy.
        page.evaluate(axe);
        String violations = page.evaluate(
                        "axe.run().then(found => found.violations.map(violation => violation.id + ': '"
                                + " + violation.nodes.map(node => node.html).join(' | ')).join('; '))")
                .toString();
        if (!violations.isEmpty()) {
            found.put(name, violations);
        }
        page.setViewportSize(NARROW, 800);
        if (Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth > innerWidth"))) {
            found.merge(name, "is wider than the screen", String::concat);
        }
        page.setViewportSize(1280, 720);
    }

    @Test
    void hostileTitlesAreShownAsText() {
        Api seller = suite.newUser();
        String word = "hostile" + UUID.randomUUID().toString().replace("-", "");
        List<String> titles = HostileTitles.with(word);
        assertThat(titles).hasSizeGreaterThanOrEqualTo(40);
        titles.forEach(title ->
                seller.post("/api/tickets", Map.of("title", title, "price", 1)).expect(201));
        try (BrowserSession session = suite.session()) {
            Locator cards = session.open("/?q=" + word)
                    .page()
                    .getByRole(AriaRole.MAIN)
                    .getByRole(AriaRole.LISTITEM)
                    .filter(new Locator.FilterOptions().setHasText(word));
            session.sees(cards.first());
            await().atMost(BrowserSuite.SOON).until(() -> {
                cards.last().scrollIntoViewIfNeeded();
                return cards.count() == titles.size();
            });

            List<String> texts = cards.allTextContents();
            assertThat(titles).allSatisfy(title -> assertThat(texts).anyMatch(text -> text.startsWith(title)));
            assertThat(session.page().evaluate("window.hit")).isNull();
            session.page().setViewportSize(NARROW, 800);
            assertThat(session.page().evaluate("document.documentElement.scrollWidth > innerWidth"))
                    .isEqualTo(false);
            assertThat(session.page().locator("main li :is(script, iframe, object, embed, img, svg, form, style)"))
                    .hasCount(0);
        }
    }
}
