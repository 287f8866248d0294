package com.ticketing.common.errors;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ApiResponse.Failure;
import com.ticketing.testsupport.RawHttp;
import com.ticketing.testsupport.ServiceTest;
import com.ticketing.testsupport.SignedIn;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@ServiceTest
class ErrorsIT {

    private static final String JSON = "application/json";

    @Autowired
    Api anonymous;

    @Autowired
    WebApplicationContext context;

    @LocalServerPort
    int port;

    Api api;

    @BeforeEach
    void signIn() {
        api = anonymous.as(SignedIn.as("user", "user@example.com"));
    }

    @Test
    void respondsWith404ToAnUnknownRoute() {
        assertThat(anonymous.get("/no/such/route").expect(404).messages()).containsExactly("Not Found");
        assertThat(anonymous.get("/error").expect(404).messages()).containsExactly("Not Found");
    }

    @Test
    void respondsWith405AndTheAllowedMethodsToAWrongMethod() {
        ApiResponse answer = api.put("/api/listings", Map.of());
        assertThat(answer.expect(405).messages()).containsExactly("Method Not Allowed");
        assertThat(answer.header("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("POST"));
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT /api/listings HTTP/1.1, X: 1",
        "GET /api/listings HTTP/9.9, X: 1",
        "POST /api/listings HTTP/1.1, Transfer-Encoding: gzip",
        "POST /api/listings HTTP/1.1, Transfer-Encoding: foo"
    })
    void respondsWith400ToWhatTheServerDoesNotSupport(String requestLine, String header) throws IOException {
        assertThat(new RawHttp(port).send(requestLine, header).expect(400).codes())
                .containsExactly("bad-request");
    }

    @Test
    void namesTheCookiesIfThereAreMoreThan200() throws IOException {
        String cookies = "a=1; ".repeat(199) + SignedIn.as("alice", "alice@example.com");

        new RawHttp(port)
                .send("GET /api/listings/1 HTTP/1.1", "Cookie: " + cookies)
                .expect(404);
        assertThat(new RawHttp(port)
                        .send("GET /api/listings/1 HTTP/1.1", "Cookie: a=1; " + cookies)
                        .expect(431)
                        .codes())
                .containsExactly("request-header-fields-too-large");
    }

    @Test
    void respondsWith415ToAnUnsupportedMediaType() {
        assertThat(api.sendText("POST", "/api/listings", "text/plain", "{}")
                        .expect(415)
                        .messages())
                .containsExactly("Unsupported Media Type");
        assertThat(api.sendText("POST", "/api/listings", "no media type", "{}")
                        .expect(415)
                        .messages())
                .containsExactly("Unsupported Media Type");
    }

    @Test
    void sendsErrorsAsJsonEvenIfTheClientDoesNotAcceptIt() {
        assertThat(anonymous
                        .with("Accept", "text/html")
                        .get("/api/listings/nothing")
                        .expect(404)
                        .messages())
                .containsExactly("Not Found");
        assertThat(anonymous
                        .with("Accept", "text/html")
                        .get("/api/listings/caller")
                        .expect(406)
                        .messages())
                .containsExactly("Not Acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "[]",
                "\"text\"",
                "7",
                "null",
                "{\"title\":\"A\",\"price\":5} more",
                "{\"title\":nonsense}"
            })
    void rejectsABodyThatIsNotAJsonObject(String body) {
        ApiResponse answer = api.sendText("POST", "/api/listings/echo", JSON, body);
        assertThat(answer.expect(400).messages()).containsExactly("The body must be a JSON object");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    title   | {"title":7,"price":5}
                    title   | {"title":7.5,"price":5}
                    title   | {"title":true,"price":5}
                    title   | {"title":["A"],"price":5}
                    title   | {"title":{"a":1},"price":5}
                    price   | {"title":"A","price":"five"}
                    price   | {"title":"A","price":true}
                    price   | {"title":"A","price":[5]}
                    price   | {"title":"A","price":{}}
                    version | {"title":"A","price":5,"version":"1"}
                    version | {"title":"A","price":5,"version":1.5}
                    version | {"title":"A","price":5,"version":true}
                    version | {"title":"A","price":5,"version":99999999999999999999}
                    """)
    void namesTheFieldWithTheWrongType(String field, String body) {
        assertThat(api.sendText("POST", "/api/listings/echo", JSON, body)
                        .expect(400)
                        .errors())
                .containsExactly(new Failure("Has the wrong type", field, "wrong-type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "\"20\"", "20.50", "\"20.50\"", "2E1"})
    void acceptsADecimalAsANumberOrAString(String price) {
        String body = "{\"title\":\"A\",\"price\":" + price + ",\"unknown\":{}}";
        assertThat(api.sendText("POST", "/api/listings/echo", JSON, body)
                        .expect(200)
                        .json()
                        .path("price")
                        .decimalValue())
                .isEqualByComparingTo(price.replace("\"", ""));
    }

    @Test
    void namesEachInvalidField() {
        assertThat(api.post("/api/listings/echo", Map.of("title", " "))
                        .expect(400)
                        .errors())
                .containsExactly(
                        new Failure("Price must be provided", "price", "invalid-value"),
                        new Failure("Title is required", "title", "invalid-value"));
        assertThat(anonymous.get("/api/listings?limit=many").expect(400).errors())
                .containsExactly(new Failure("Has the wrong type", "limit", "wrong-type"));
    }

    @Test
    void rejectsATooLargeBody() throws Exception {
        Map<String, String> large = Map.of("title", "A".repeat(64 * 1024));
        assertThat(api.post("/api/listings/echo", large).expect(413).messages())
                .containsExactly("The body is too large");
        List<String> chunked = List.of(
                "POST /api/listings/echo HTTP/1.1",
                "Cookie: " + SignedIn.as("user", "u@example.com"),
                "Content-Type: application/json",
                "Transfer-Encoding: chunked");
        String chunk = "400\r\n" + " ".repeat(1024) + "\r\n";
        assertThat(http().send(chunked, (chunk.repeat(70) + "0\r\n\r\n").getBytes(US_ASCII))
                        .expect(413)
                        .codes())
                .containsExactly("body-too-large");
    }

    @Test
    void acceptsABodyOfTheMaximumSize() {
        String body = "{\"title\":\"A\",\"price\":5}";
        assertThat(api.sendText("POST", "/api/listings/echo", JSON, body + " ".repeat(64 * 1024 - body.length()))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a|b HTTP/1.1",
                "GET /api/%00 HTTP/1.1",
                "GET /api/%zz HTTP/1.1",
                "GET /api/..%2f..%2fsecret HTTP/1.1",
                "GET /api//listings HTTP/1.1",
                "GET /api/listings;x=y HTTP/1.1",
                "FROB /api/listings HTTP/1.1",
                "nonsense"
            })
    void respondsWith400InJsonToAMalformedRequest(String line) throws Exception {
        ApiResponse response = http().send(line);
        assertThat(response.expect(400).errors()).containsExactly(new Failure("Bad Request", null, "bad-request"));
        assertThat(response.text()).doesNotContain("<html", "Tomcat");
    }

    @Test
    void acceptsLargeHeadersAndRespondsWith431ToTooLargeOnes() throws Exception {
        assertThat(http().send("GET /api/listings HTTP/1.1", "Cookie: session=" + "a".repeat(24 * 1024))
                        .status())
                .isEqualTo(200);
        for (int size : new int[] {33 * 1024, 1024 * 1024}) {
            assertThat(http().send("GET /api/listings HTTP/1.1", "Cookie: session=" + "a".repeat(size))
                            .expect(431)
                            .codes())
                    .containsExactly("request-header-fields-too-large");
        }
        assertThat(http().send("GET /" + "a".repeat(33 * 1024) + " HTTP/1.1")
                        .expect(431)
                        .codes())
                .containsExactly("request-header-fields-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/listings/", "/api/listings/?limit=50", "/api/listings/caller/"})
    void ignoresATrailingSlash(String path) {
        String withoutSlash = path.replaceFirst("/(?=$|\\?)", "");
        assertThat(anonymous.get(path).expect(200).text())
                .isEqualTo(anonymous.get(withoutSlash).expect(200).text());
    }

    /** Otherwise a route that requires a session would be open under another path. */
    @Test
    void ignoresATrailingSlashForAuthorizationToo() {
        assertThat(anonymous.get("/api/listings/unnamed/").status()).isEqualTo(401);
        assertThat(anonymous
                        .post("/api/listings/", Map.of("title", "A", "price", 5))
                        .status())
                .isEqualTo(401);
        assertThat(api.post("/api/listings/", Map.of("title", "A", "price", 5)).status())
                .isEqualTo(200);
        assertThat(anonymous.get("/no/such/route/").status()).isEqualTo(404);
    }

    /** Any client can send any number of such requests. */
    @Test
    void respondsToAnUnknownRouteWithoutAnException() {
        MockMvcTester mvc = MockMvcTester.from(context);
        assertThat(mvc.get().uri("/no/such/route"))
                .hasStatus(404)
                .matches(result -> result.getMvcResult().getResolvedException() == null);
        assertThat(mvc.get().uri("/api/listings?limit=many"))
                .hasStatus(400)
                .matches(result -> result.getMvcResult().getResolvedException() != null);
    }

    @Test
    void respondsWithTheStatusAndMessageOfAnApiException() {
        assertThat(failure("forbidden").expect(403).messages()).containsExactly("Account banned");
        ApiResponse conflict = failure("conflict");
        assertThat(conflict.expect(409).messages()).containsExactly("The listing has changed");
        assertThat(conflict.json().path("current").path("version").asInt()).isEqualTo(3);
        ApiResponse busy = failure("busy");
        assertThat(busy.expect(429).messages()).containsExactly("Slow down");
        assertThat(busy.header("Retry-After")).hasValue("2");
    }

    @Test
    void respondsWith500AndNoDetailsToAnUnexpectedException() {
        assertThat(failure("surprise").expect(500).messages()).containsExactly("Something went wrong");
    }

    /** Spring does not translate all exceptions of the driver. */
    @ParameterizedTest
    @ValueSource(strings = {"database", "connection"})
    void respondsWith503AndRetryAfterWhenTheDatabaseIsNotAvailable(String kind) {
        ApiResponse away = failure(kind);
        assertThat(away.expect(503).messages()).containsExactly("Temporarily unavailable, please try again");
        assertThat(away.header("Retry-After")).isPresent();
    }

    private RawHttp http() {
        return new RawHttp(port);
    }

    private ApiResponse failure(String kind) {
        return anonymous.get("/api/listings/failure/" + kind);
    }
}
