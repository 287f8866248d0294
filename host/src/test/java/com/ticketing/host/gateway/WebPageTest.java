package com.ticketing.host.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tests how the gateway serves the web page. */
class WebPageTest {

    @TempDir
    Path webPage;

    @RegisterExtension
    final GatewayFixture fixture = new GatewayFixture();

    @Test
    void servesAPlainPageIfTheWebPageIsNotBuilt() throws Exception {
        Gateway gateway = fixture.gateway(webPage);

        HttpResponse<String> page = page(gateway, "/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.body()).contains("lang=\"en\"").contains("the web page is not built");
        assertThat(page(gateway, "/orders/1").body()).isEqualTo(page.body());
    }

    @Test
    void servesTheBuiltPageForFilesAndRoutes() throws Exception {
        Files.writeString(webPage.resolve("index.html"), "<!doctype html><title>Built</title>");
        Files.createDirectories(webPage.resolve("assets"));
        Files.writeString(webPage.resolve("assets/app-1a2b.js"), "let a;");
        Gateway gateway = fixture.gateway(webPage);

        assertThat(page(gateway, "/").body()).contains("Built");
        assertThat(page(gateway, "/tickets/1").body()).contains("Built");
        assertThat(page(gateway, "/assets/app-1a2b.js").body()).isEqualTo("let a;");
        assertThat(page(gateway, "/assets/app-1a2b.js")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElseThrow())
                .contains("immutable");
        assertThat(page(gateway, "/").headers().firstValue("Cache-Control")).contains("no-cache");
        HttpResponse<String> unknown = page(gateway, "/api/unknown");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo("{\"errors\":[{\"message\":\"Not Found\",\"code\":\"not-found\"}]}");
    }

    @Test
    void allowsStripeOnlyWithItsCardForm() throws Exception {
        assertThat(policy(fixture.gateway(webPage, false)))
                .doesNotContain("stripe")
                .doesNotContain("unsafe");
        assertThat(policy(fixture.gateway(webPage, true)))
                .contains("script-src 'self' https://js.stripe.com;")
                .contains("frame-src https://js.stripe.com https://hooks.stripe.com;")
                .contains("connect-src 'self' https://api.stripe.com;")
                .doesNotContain("unsafe");
    }

    private String policy(Gateway gateway) throws Exception {
        return page(gateway, "/")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
    }

    private HttpResponse<String> page(Gateway gateway, String path) throws Exception {
        return fixture.client()
                .send(
                        fixture.request(gateway, path)
                                .header("Accept", "text/html,*/*;q=0.8")
                                .build(),
                        BodyHandlers.ofString());
    }
}
