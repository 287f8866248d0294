package com.ticketing.common.limits;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.ticketing.common.errors.BodyTooLargeException;
import com.ticketing.common.errors.ErrorWriter;
import com.ticketing.common.security.CurrentUser;
import com.ticketing.testsupport.MovableClock;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.unit.DataSize;

class RequestLimitsTest {

    @AutoClose
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MovableClock clock = new MovableClock();
    private final BodyLimitFilter bodies = new BodyLimitFilter(
            DataSize.ofBytes(10),
            List.of(UploadRoute.of("PUT", "/api/listings/{id}/photo", DataSize.ofBytes(20))),
            new ErrorWriter(),
            clock);

    @Test
    void acceptsABodyOfTheMaximumSize() throws Exception {
        request.setContent(new byte[10]);
        bodies.doFilter(request, response, readingAll(10));
        assertThat(response.getStatus()).isEqualTo(200);
    }

    @Test
    void rejectsABodyWithATooLargeDeclaredLengthWithoutReadingIt() throws Exception {
        request.setContent(new byte[11]);
        MockFilterChain chain = new MockFilterChain();
        bodies.doFilter(request, response, chain);
        assertThat(chain.getRequest()).isNull();
        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(response.getContentAsString())
                .isEqualTo("{\"errors\":[{\"message\":\"The body is too large\",\"code\":\"body-too-large\"}]}");
    }

    @Test
    void stopsReadingABodyWithoutDeclaredLengthAtTheLimit() {
        MockHttpServletRequest chunked = new MockHttpServletRequest("POST", "/") {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        chunked.setContent(new byte[11]);
        assertThatExceptionOfType(BodyTooLargeException.class)
                .isThrownBy(() -> bodies.doFilter(chunked, response, readingAll(11)));
    }

    @ParameterizedTest
    @CsvSource({"29, true", "31, false"})
    void stopsReadingABodyThatTakesLongerThanThirtySeconds(long seconds, boolean accepted) {
        clock.stop();
        request.setContent(new byte[10]);
        FilterChain chain = (body, unused) -> {
            body.getInputStream().readNBytes(5);
            clock.advance(Duration.ofSeconds(seconds));
            body.getInputStream().readNBytes(5);
        };

        ThrowableAssert.ThrowingCallable read = () -> bodies.doFilter(request, response, chain);

        if (accepted) {
            assertThatCode(read).doesNotThrowAnyException();
        } else {
            assertThatIOException().isThrownBy(read).withMessage("The body takes longer than 30 s");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/listings/7/photo, multipart/form-data; boundary=x, 20, 200",
        "PUT, /api/listings/7/photo, Multipart/Form-Data; boundary=x, 20, 200",
        "PUT, /api/listings/7/photo, multipart/form-data; boundary=x, 21, 413",
        "PUT, /api/listings/7/photo, application/json, 11, 413",
        "PUT, /api/listings/7, multipart/form-data; boundary=x, 11, 413",
        "POST, /api/listings/7/photo, multipart/form-data; boundary=x, 11, 413"
    })
    void givesOnlyAnUploadItsOwnLimit(String method, String path, String type, int length, int status)
            throws Exception {
        MockHttpServletRequest upload = new MockHttpServletRequest(method, path);
        upload.setContentType(type);
        upload.setContent(new byte[length]);

        bodies.doFilter(upload, response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(status);
    }

    @Test
    void rejectsARequestWhileTheMaximumIsInProgress() throws Exception {
        ConcurrencyLimitFilter filter = new ConcurrencyLimitFilter(1, 1, Duration.ofMillis(20), new ErrorWriter());
        SlowChain slow = new SlowChain();
        Future<?> first = threads.submit(() -> {
            filter.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), slow);
            return null;
        });
        slow.awaitBegin();
        filter.doFilter(request, response, new MockFilterChain());
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("2");
        assertThat(response.getContentAsString()).contains("Too busy");
        slow.end();
        first.get(2, TimeUnit.MINUTES);

        MockHttpServletResponse next = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest(), next, new MockFilterChain());
        assertThat(next.getStatus()).isEqualTo(200);
    }

    @Test
    void leavesPermitsToOtherUsersWhileOneUserUsesTheWholeShare() throws Exception {
        ConcurrencyLimitFilter filter = new ConcurrencyLimitFilter(2, 1, Duration.ofMillis(20), new ErrorWriter());
        SlowChain slow = new SlowChain();
        Future<?> first = threads.submit(() -> {
            as("ann", filter, new MockHttpServletResponse(), slow);
            return null;
        });
        slow.awaitBegin();

        as("ann", filter, response, new MockFilterChain());
        MockHttpServletResponse other = new MockHttpServletResponse();
        as("bob", filter, other, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(response.getHeader("Retry-After")).isEqualTo("2");
        assertThat(response.getContentAsString()).contains("too-many-requests");
        assertThat(other.getStatus()).isEqualTo(200);
        slow.end();
        first.get(2, TimeUnit.MINUTES);
        MockHttpServletResponse next = new MockHttpServletResponse();
        as("ann", filter, next, new MockFilterChain());
        assertThat(next.getStatus()).isEqualTo(200);
    }

    @Test
    void removesUsersWithoutARequest() {
        UserPermits users = new UserPermits(3);

        users.enter("ann");
        users.enter("ann");
        users.leave("ann");
        assertThat(users.size()).isOne();
        users.leave("ann");

        assertThat(users.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"80, 20, 20", "30, 20, 15", "1, 20, 1"})
    void limitsOneUserToHalf(int all, int wished, int perUser) {
        assertThat(new RequestLimits(DataSize.ofKilobytes(64), all, wished, Duration.ofSeconds(5)).perUser())
                .isEqualTo(perUser);
    }

    private static void as(
            String userId, ConcurrencyLimitFilter filter, MockHttpServletResponse response, FilterChain chain)
            throws Exception {
        CurrentUser user = new CurrentUser(userId, userId + "@example.com", List.of());
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, "", List.of()));
        try {
            filter.doFilter(new MockHttpServletRequest(), response, chain);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** The rest of a request that is in progress until the test ends it. */
    private static final class SlowChain implements FilterChain {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        public void doFilter(ServletRequest slowRequest, ServletResponse slowResponse) {
            begun.countDown();
            await().until(() -> ended.getCount() == 0);
        }

        void awaitBegin() throws InterruptedException {
            assertThat(begun.await(2, TimeUnit.MINUTES)).isTrue();
        }

        void end() {
            ended.countDown();
        }
    }

    private static FilterChain readingAll(int length) {
        return (request, response) ->
                assertThat(request.getInputStream().readAllBytes()).hasSize(length);
    }
}
