package com.ticketing.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ticketing.devservers.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs nginx with the configuration of the page's image, on a free port and with test files. */
class PageServerIT {

    private static final Path CONFIGURATION = Path.of("images/client.nginx.conf");
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'none'";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration START_TIMEOUT = Duration.ofMinutes(1);
    private static final int START_ATTEMPTS = 5;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private static int port;

    @SuppressWarnings("NullAway.Init")
    private static Process nginx;

    @BeforeAll
    static void start() throws IOException {
        String program = Executables.find("nginx")
                .orElseThrow(() -> new IllegalStateException("nginx is not on the PATH (Debian package: nginx-light)"));
        write("html/index.html", "<!doctype html>" + " ".repeat(2000));
        for (String asset : new String[] {"page-1a.js", "page-1a.css"}) {
            write("html/assets/" + asset, "plain");
            write("html/assets/" + asset + ".br", "brotli");
            write("html/assets/" + asset + ".gz", "gzip");
        }
        Files.createDirectories(folder.resolve("stripe"));
        write("nginx.conf", """
                daemon off;
                master_process off;
                pid %1$s/pid;
                events {}
                http {
                    types { text/html html; }
                    access_log off;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    include %1$s/default.conf;
                }
                """.formatted(folder));
        // Another program can take the port before nginx does; nginx then exits.
        for (int attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
            port = FreePorts.next();
            write("default.conf", configuration());
            nginx = run(program);
            await().atMost(START_TIMEOUT).until(() -> !nginx.isAlive() || serves());
            if (nginx.isAlive()) {
                return;
            }
        }
        throw new AssertionError("nginx did not start: " + Files.readString(folder.resolve("output")));
    }

    private static Process run(String program) throws IOException {
        return new ProcessBuilder(
                        program,
                        "-p",
                        folder.toString(),
                        "-e",
                        folder.resolve("errors").toString(),
                        "-c",
                        folder.resolve("nginx.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private static boolean serves() {
        try {
            return get("/", "").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        nginx.destroy();
        nginx.waitFor();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/orders/0a1b", "/index.html"})
    void servesThePageAtEachOfItsPathsWithoutCaching(String path) throws Exception {
        HttpResponse<String> page = get(path, "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).startsWith("<!doctype html>");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
    }

    /** As in two images: their files have the same time stamp, and a hash in index.html has always the same length. */
    @Test
    void returnsANewPageOfTheSameLengthAndTimeStamp() throws Exception {
        FileTime timeStamp = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        String html = Files.readString(folder.resolve("html/index.html"));
        write("html/release.html", html + "page-1a.js");
        Files.setLastModifiedTime(folder.resolve("html/release.html"), timeStamp);
        HttpResponse<String> earlier = get("/release.html", "");
        write("html/release.html", html + "page-2b.js");
        Files.setLastModifiedTime(folder.resolve("html/release.html"), timeStamp);

        HttpResponse<String> latest = send(
                "/release.html",
                "If-None-Match",
                header(earlier, "ETag"),
                "If-Modified-Since",
                header(earlier, "Last-Modified"));

        assertThat(latest.statusCode()).isEqualTo(200);
        assertThat(latest.body()).endsWith("page-2b.js");
    }

    @Test
    void compressesThePage() throws Exception {
        HttpResponse<String> page = get("/", "gzip, br");

        assertThat(header(page, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(page, "Vary")).isEqualTo("Accept-Encoding");
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
        for (String name : new String[] {"js", "css"}) {
            HttpResponse<String> asset = get("/assets/page-1a." + name, accepted);

            assertThat(asset.statusCode()).isEqualTo(200);
            assertThat(asset.body()).isEqualTo(body);
            assertThat(header(asset, "Content-Encoding")).isEqualTo(encoding);
            assertThat(header(asset, "Content-Type")).isEqualTo(name.equals("js") ? "text/javascript" : "text/css");
            assertThat(header(asset, "Vary")).isEqualTo("Accept-Encoding");
            assertThat(header(asset, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/page-0.js", "/assets/page-0.css", "/assets/picture-0.svg"})
    void forbidsCachingOfAMissingAsset(String path) throws Exception {
        HttpResponse<String> missing = get(path, "br");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(header(missing, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(missing, "Content-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets/page-1a.js", "/assets/page-0.js"})
    void everyResponseHasTheSecurityHeaders(String path) throws Exception {
        HttpResponse<String> response = get(path, "");

        assertThat(header(response, "Content-Security-Policy")).isEqualTo(CONTENT_SECURITY_POLICY);
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(response, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(response, "Server")).isEqualTo("nginx");
    }

    @Test
    void acceptsLargeCookies() throws Exception {
        assertThat(withCookies(15_000).statusCode()).isEqualTo(200);
    }

    @Test
    void rejectsTooLargeHeadersInTheContractsFormat() throws Exception {
        HttpResponse<String> response = withCookies(17_000);

        assertThat(response.statusCode()).isEqualTo(431);
        assertThat(header(response, "Content-Type")).isEqualTo("application/json");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.body())
                .startsWith("{\"errors\":[{\"message\":\"The headers of the request are too large")
                .endsWith("\"code\":\"request-header-fields-too-large\"}]}");
    }

    @Test
    void allowsStripeOnlyWithAPublishableKey() throws Exception {
        Path key = folder.resolve("stripe/STRIPE_PUBLISHABLE_KEY");
        write("stripe/STRIPE_PUBLISHABLE_KEY", "pk_test_1");
        try {
            assertThat(header(get("/", ""), "Content-Security-Policy"))
                    .isEqualTo(CONTENT_SECURITY_POLICY.replace(
                            "'self'; img-src",
                            "'self'; script-src 'self' https://js.stripe.com; "
                                    + "frame-src https://js.stripe.com https://hooks.stripe.com; "
                                    + "connect-src 'self' https://api.stripe.com; img-src"));
        } finally {
            Files.delete(key);
        }
        assertThat(header(get("/", ""), "Content-Security-Policy")).isEqualTo(CONTENT_SECURITY_POLICY);
    }

    private static String configuration() throws IOException {
        String text = Files.readString(CONFIGURATION);
        assertThat(text).contains("listen 8080;", "root /usr/share/nginx/html;", "/etc/ticketing/stripe/");
        return text.replace("listen 8080;", "listen 127.0.0.1:" + port + ";")
                .replace("/usr/share/nginx/html", folder.resolve("html").toString())
                .replace("/etc/ticketing/stripe", folder.resolve("stripe").toString());
    }

    private static void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, UTF_8);
    }

    private static HttpResponse<String> withCookies(int size) throws IOException {
        return send("/orders", "Cookie", "c=" + "x".repeat(size));
    }

    private static HttpResponse<String> get(String path, String acceptEncoding) throws IOException {
        return send(path, "Accept-Encoding", acceptEncoding);
    }

    private static HttpResponse<String> send(String path, String... headers) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .headers(headers)
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
