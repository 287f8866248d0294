package com.ticketing.host.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Link previews, curl and monitors do not ask for HTML. */
    @ParameterizedTest
    @CsvSource({
        "/tickets/1, 200",
        "/reset-password?token=a.b, 200",
        "/assets/missing.js, 404",
        "/favicon.ico, 404",
        "/api/unknown, 404"
    })
    void servesTheRoutesOfThePageToClientsThatAcceptEverything(String path, int status) throws Exception {
        Files.writeString(webPage.resolve("index.html"), "<!doctype html><title>Built</title>");
        Gateway gateway = fixture.gateway(webPage);

        HttpResponse<String> response = fixture.client()
                .send(fixture.request(gateway, path).header("Accept", "*/*").build(), BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'gzip, deflate, br, zstd' | brotli | br
                    'gzip;q=1.0, br;q=0.5'    | brotli | br
                    'gzip, br;q=0'            | gzip   | gzip
                    'gzip, br; q=0.000'       | gzip   | gzip
                    gzip                      | gzip   | gzip
                    'br;q=0, gzip;q=0'        | plain  | ''
                    brief                     | plain  | ''
                    ''                        | plain  | ''
                    """)
    void servesAssetsInTheEncodingThatTheClientAccepts(String accepted, String body, String encoding) throws Exception {
        writePage();
        Gateway gateway = fixture.gateway(webPage);

        for (String name : new String[] {"js", "css"}) {
            HttpResponse<String> asset = page(gateway, "/assets/page-1a." + name, accepted);

            assertThat(asset.body()).isEqualTo(body);
            assertThat(header(asset, "Content-Encoding")).isEqualTo(encoding);
            assertThat(header(asset, "Content-Type")).isEqualTo(name.equals("js") ? "text/javascript" : "text/css");
            assertThat(header(asset, "Vary")).isEqualToIgnoringCase("Accept-Encoding");
        }
    }

    @Test
    void compressesThePage() throws Exception {
        writePage();
        Gateway gateway = fixture.gateway(webPage);

        HttpResponse<byte[]> packed = fixture.client()
                .send(
                        fixture.request(gateway, "/")
                                .header("Accept-Encoding", "gzip, br")
                                .build(),
                        BodyHandlers.ofByteArray());

        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(packed, "Vary")).isEqualToIgnoringCase("Accept-Encoding");
        try (var page = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(page.readAllBytes(), UTF_8)).startsWith("<!doctype html>");
        }
        assertThat(packed.body().length).isLessThan(200);
        assertThat(header(page(gateway, "/", ""), "Content-Encoding")).isEmpty();
    }

    @Test
    void confirmsAnUnchangedPage() throws Exception {
        writePage();
        Gateway gateway = fixture.gateway(webPage);
        String tag = header(page(gateway, "/"), "ETag");

        HttpResponse<String> again = fixture.client()
                .send(fixture.request(gateway, "/").header("If-None-Match", tag).build(), BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
    }

    @Test
    void answersHeadWithoutABody() throws Exception {
        writePage();
        Gateway gateway = fixture.gateway(webPage);

        HttpResponse<String> head =
                fixture.client().send(fixture.request(gateway, "/").HEAD().build(), BodyHandlers.ofString());

        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo("2015");
    }

    @Test
    void servesNoFileOutsideOfThePage() throws Exception {
        Files.createDirectories(webPage.resolve("dist"));
        Files.writeString(webPage.resolve("dist/index.html"), "page");
        Files.writeString(webPage.resolve("secret.txt"), "secret");
        Gateway gateway = fixture.gateway(webPage.resolve("dist"));

        for (String path : List.of("/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/missing.js")) {
            assertThat(GatewayFixture.raw(gateway, "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 404");
        }
    }

    private void writePage() throws IOException {
        Files.writeString(webPage.resolve("index.html"), "<!doctype html>" + " ".repeat(2000));
        Files.createDirectories(webPage.resolve("assets"));
        for (String asset : new String[] {"page-1a.js", "page-1a.css"}) {
            Files.writeString(webPage.resolve("assets/" + asset), "plain");
            Files.writeString(webPage.resolve("assets/" + asset + ".br"), "brotli");
            Files.writeString(webPage.resolve("assets/" + asset + ".gz"), "gzip");
        }
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private HttpResponse<String> page(Gateway gateway, String path, String acceptEncoding) throws Exception {
        return fixture.client()
                .send(
                        fixture.request(gateway, path)
                                .header("Accept-Encoding", acceptEncoding)
                                .build(),
                        BodyHandlers.ofString());
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
