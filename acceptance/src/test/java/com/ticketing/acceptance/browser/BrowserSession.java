package com.ticketing.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import com.ticketing.testsupport.Api;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A browser context with its own cookies and tabs. Its close fails if a page had errors or violated its policy. */
final class BrowserSession implements AutoCloseable {

    /** The time limit of every wait, in milliseconds. */
    private static final double TIMEOUT = BrowserSuite.SOON.toMillis();

    private final BrowserContext context;
    private final String url;
    private final Page page;
    private final List<String> violations = new CopyOnWriteArrayList<>();

    BrowserSession(BrowserContext context, String url) {
        this.context = context;
        this.url = url;
        context.setDefaultTimeout(TIMEOUT);
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT);
        context.addInitScript("addEventListener('securitypolicyviolation', event =>"
                + " console.error('Content Security Policy: ' + event.violatedDirective + ' ' + event.blockedURI))");
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                violations.add(message.text());
            }
        });
        context.onWebError(error -> violations.add(error.error()));
        context.onDialog(dialog -> {
            violations.add("A dialog: " + dialog.message());
            dialog.dismiss();
        });
        page = context.newPage();
    }

    /** Signs in through the API, so that tests of other pages start signed in. */
    void signInByApi(String route, String email, String password) {
        APIResponse response = context.request()
                .post(
                        url + "/api/users/" + route,
                        RequestOptions.create().setData(Map.of("email", email, "password", password)));
        assertThat(response.ok()).as(response.text()).isTrue();
    }

    /** Returns an API client of the same user. */
    Api api() {
        return new Api(url)
                .as(context.cookies(url).stream()
                        .map(cookie -> cookie.name + "=" + cookie.value)
                        .collect(Collectors.joining("; ")));
    }

    BrowserContext context() {
        return context;
    }

    Page page() {
        return page;
    }

    Page tab() {
        return context.newPage();
    }

    BrowserSession open(String path) {
        page.navigate(path);
        return this;
    }

    Locator heading(String name) {
        return heading(page, name);
    }

    static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }

    Locator alert() {
        return page.getByRole(AriaRole.ALERT);
    }

    void sees(Locator locator) {
        assertThat(locator).isVisible();
    }

    /** Opens the ticket's page and continues to the checkout. */
    void buys(String ticket, String price) {
        open("/tickets/" + ticket);
        button("Buy for " + price).click();
        sees(heading("Checkout"));
    }

    void paysWith(String card, String price) {
        page.getByLabel("Test card").selectOption(card);
        button("Pay " + price).click();
    }

    @Override
    public void close() {
        context.close();
        assertThat(violations).isEmpty();
    }
}
