package com.ticketing.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.ticketing.acceptance.endtoend.RunningSuite;
import com.ticketing.testsupport.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page, in both themes: nothing for axe to find, nothing wider than a small screen, and a picture to look at. */
@BrowserTest
class PagesBrowserIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Path AXE = RunningSuite.CHECKOUT.resolve("client/node_modules/axe-core/axe.min.js");

    /** 1280 pixels at 400 percent, which is what WCAG wants to need no scrolling sideways. */
    private static final int NARROW = 320;

    private final Stage stage;

    PagesBrowserIT(Stage stage) {
        this.stage = stage;
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void areAccessible(ColorScheme theme) throws IOException {
        String axe = Files.readString(AXE);
        Browser.NewContextOptions look = new Browser.NewContextOptions().setColorScheme(theme);
        try (Visitor visitor = stage.signedUp(look);
                Visitor admin = stage.admin(look);
                Visitor stranger = stage.visitor(look)) {
            Map<String, String> paths = paths(visitor);
            Map<String, String> found = new LinkedHashMap<>();
            paths.forEach((name, path) -> {
                Visitor who = name.startsWith("admin") ? admin : name.startsWith("sign") ? stranger : visitor;
                look(who.at(path).page(), name, theme, axe, found);
            });
            assertThat(found).isEmpty();
        }
    }

    /** Something of everything. */
    private Map<String, String> paths(Visitor visitor) {
        Api person = visitor.api();
        Api seller = stage.person();
        String free = stage.listed(seller, "Jazz in the park, 12 June, front row", "19.99");
        String own = stage.listed(person, "Open-air cinema", "8");
        String taken = stage.listed(seller, "Opera, box", "120");
        stage.person().post("/api/orders", Map.of("ticketId", taken)).expect(201);
        String paid = order(person, stage.listed(seller, "Folk night", "15"));
        await().atMost(Stage.SOON)
                .until(() -> person.post("/api/payments", Map.of("token", "tok_visa", "orderId", paid))
                                .status()
                        == 201);
        String cancelled = order(person, stage.listed(seller, "Poetry slam", "5"));
        person.delete("/api/orders/" + cancelled).expect(204);
        String held = order(person, stage.listed(seller, "Rock am Ring, three days", "259.50"));
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("checkout", "/orders/" + held);
        paths.put("list", "/");
        paths.put("list-nothing-found", "/?q=nothinghasthisname");
        paths.put("ticket", "/tickets/" + free);
        paths.put("ticket-taken", "/tickets/" + taken);
        paths.put("ticket-own", "/tickets/" + own);
        paths.put("sell", "/sell");
        paths.put("edit", "/tickets/" + own + "/edit");
        paths.put("order-paid", "/orders/" + paid);
        paths.put("order-cancelled", "/orders/" + cancelled);
        paths.put("orders", "/orders");
        paths.put("listings", "/listings");
        paths.put("receipts", "/receipts");
        paths.put("receipts-sold", "/receipts?sold=true");
        paths.put("account", "/account");
        paths.put("signin", "/signin");
        paths.put("signup", "/signup");
        paths.put("admin", "/admin");
        paths.put("admin-audit", "/admin/audit");
        paths.put("nothing-here", "/nowhere");
        return paths;
    }

    private static String order(Api person, String ticket) {
        return person.post("/api/orders", Map.of("ticketId", ticket))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static void look(Page page, String name, ColorScheme theme, String axe, Map<String, String> found) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
        assertThat(page.locator("[class*=skeleton]")).hasCount(0);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png")));
        // not by a script element, which the page's policy would refuse
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
    void hostileTitlesAreTextAndNothingElse() {
        Api seller = stage.person();
        String word = "hostile" + UUID.randomUUID().toString().replace("-", "");
        List<String> titles = HostileTitles.with(word);
        assertThat(titles).hasSizeGreaterThanOrEqualTo(40);
        titles.forEach(title ->
                seller.post("/api/tickets", Map.of("title", title, "price", 1)).expect(201));
        try (Visitor visitor = stage.visitor()) {
            Locator cards = visitor.at("/?q=" + word)
                    .page()
                    .getByRole(AriaRole.MAIN)
                    .getByRole(AriaRole.LISTITEM)
                    .filter(new Locator.FilterOptions().setHasText(word));
            visitor.sees(cards.first());
            await().atMost(Stage.SOON).until(() -> {
                cards.last().scrollIntoViewIfNeeded();
                return cards.count() == titles.size();
            });

            List<String> texts = cards.allTextContents();
            assertThat(titles).allSatisfy(title -> assertThat(texts).anyMatch(text -> text.startsWith(title)));
            assertThat(visitor.page().evaluate("window.hit")).isNull();
            assertThat(visitor.page().locator("main li :is(script, iframe, object, embed, img, svg, form, style)"))
                    .hasCount(0);
        }
    }
}
