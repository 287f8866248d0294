package com.ticketing.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A response. Its errors must have exactly the contract's format. */
public record ApiResponse(int status, HttpHeaders headers, String text) {

    /** One entry of {@code errors}. */
    public record Failure(String message, @Nullable String field, String code) {}

    public JsonNode json() {
        return Api.JSON.readTree(text);
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Returns the value of a cookie that the response sets; a deleted cookie has the value {@code ""}. */
    public Optional<String> cookie(String name) {
        return setCookie(name).map(line -> line.substring(name.length() + 1).split(";", 2)[0]);
    }

    /** Returns the {@code Set-Cookie} header of a cookie, with its attributes. */
    public Optional<String> setCookie(String name) {
        return headers.allValues("Set-Cookie").stream()
                .filter(line -> line.startsWith(name + "="))
                .findFirst();
    }

    /** Returns the {@code Cookie} header for requests after a response that signed a user in. */
    public String session() {
        return "session=" + cookie("session").orElseThrow();
    }

    /**
     * Returns the entries of {@code {"errors":[{"message":…,"field":…?,"code":…}]}}.
     *
     * @throws AssertionError if the body has another format or media type, or contains internals such as a stack trace
     */
    public List<Failure> errors() {
        assertThat(header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(text).doesNotContain("\tat ", "Exception", "java.", "com.ticketing", "org.springframework");
        JsonNode body = json();
        // The response to a conflict contains the current state, too.
        assertThat(body.propertyNames()).as(text).contains("errors").isSubsetOf("errors", "current");
        assertThat(body.path("errors").isArray()).as(text).isTrue();
        List<Failure> failures = new ArrayList<>();
        for (JsonNode error : body.path("errors")) {
            assertThat(error.propertyNames())
                    .as(text)
                    .contains("message", "code")
                    .isSubsetOf("message", "field", "code");
            JsonNode field = error.get("field");
            failures.add(new Failure(
                    error.path("message").asString(),
                    field == null ? null : field.asString(),
                    error.path("code").asString()));
        }
        assertThat(failures).as(text).isNotEmpty();
        assertThat(failures).as(text).noneMatch(failure -> failure.message().isBlank());
        assertThat(failures)
                .as(text)
                .allSatisfy(failure -> assertThat(failure.code()).matches("[a-z]+(-[a-z]+)*"));
        return failures;
    }

    public List<String> codes() {
        return errors().stream().map(Failure::code).toList();
    }

    public List<String> messages() {
        return errors().stream().map(Failure::message).toList();
    }

    /** Fails unless the response has the status; returns this response. */
    public ApiResponse expect(int expected) {
        assertThat(status).as(text).isEqualTo(expected);
        return this;
    }
}
