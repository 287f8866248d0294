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

/** One browser's cookies and its tabs. Closing it tells of everything that a page should never do. */
final class Visitor implements AutoCloseable {

    /** Patience in milliseconds. */
    private static final double SOON = Stage.SOON.toMillis();

    private final BrowserContext context;
    private final String url;
    private final Page page;
    private final List<String> offences = new CopyOnWriteArrayList<>();

    Visitor(BrowserContext context, String url) {
        this.context = context;
        this.url = url;
        context.setDefaultTimeout(SOON);
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(SOON);
        context.addInitScript("addEventListener('securitypolicyviolation', event =>"
                + " console.error('Content Security Policy: ' + event.violatedDirective + ' ' + event.blockedURI))");
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                offences.add(message.text());
            }
        });
        context.onWebError(error -> offences.add(error.error()));
        context.onDialog(dialog -> {
            offences.add("A dialog: " + dialog.message());
            dialog.dismiss();
        });
        page = context.newPage();
    }

    /** Through the API, as the page would, so that tests of other things begin signed in. */
    void enter(String way, String email, String password) {
        APIResponse response = context.request()
                .post(
                        url + "/api/users/" + way,
                        RequestOptions.create().setData(Map.of("email", email, "password", password)));
        assertThat(response.ok()).as(response.text()).isTrue();
    }

    /** The same person without the page. */
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

    Visitor at(String path) {
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

    /** From a ticket's page to the checkout. */
    void buys(String ticket, String price) {
        at("/tickets/" + ticket);
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
        assertThat(offences).isEmpty();
    }
}
