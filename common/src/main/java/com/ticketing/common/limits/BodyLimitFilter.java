package com.ticketing.common.limits;

import com.ticketing.common.errors.BodyTooLargeException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.errors.ErrorWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects request bodies over the limit: by the declared length if there is one, otherwise while the body is read. An
 * {@link UploadRoute} has a limit of its own. A read fails if the whole body takes longer than 30 s, so that a client
 * that sends it slowly does not occupy a permit of {@link ConcurrencyLimitFilter} for long.
 */
class BodyLimitFilter extends OncePerRequestFilter {

    private static final Set<String> BODILESS = Set.of("GET", "HEAD");

    /** The maximum time for a whole body; the server's own timeout applies to each read. */
    private static final Duration MAX_TIME = Duration.ofSeconds(30);

    private final DataSize limit;
    private final List<UploadRoute> uploads;
    private final ErrorWriter errors;
    private final Clock clock;

    BodyLimitFilter(DataSize limit, List<UploadRoute> uploads, ErrorWriter errors, Clock clock) {
        this.limit = limit;
        this.uploads = uploads;
        this.errors = errors;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long bytes = limitOf(request);
        if (request.getContentLengthLong() > bytes) {
            errors.write(response, CommonError.BODY_TOO_LARGE);
        } else {
            chain.doFilter(hasBody(request) ? new LimitedRequest(request, bytes) : request, response);
        }
    }

    private long limitOf(HttpServletRequest request) {
        return uploads.stream()
                .filter(upload -> upload.matches(request))
                .findFirst()
                .map(UploadRoute::limit)
                .orElse(limit)
                .toBytes();
    }

    /** Nothing reads the body of a GET. */
    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() != 0 && !BODILESS.contains(request.getMethod());
    }

    private final class LimitedRequest extends HttpServletRequestWrapper {

        private final long bytes;
        private final Instant end = clock.instant().plus(MAX_TIME);

        LimitedRequest(HttpServletRequest request, long bytes) {
            super(request);
            this.bytes = bytes;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), bytes, end);
        }
    }

    private final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long bytes;
        private final Instant end;
        private long read;

        LimitedStream(ServletInputStream body, long bytes, Instant end) {
            this.body = body;
            this.bytes = bytes;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            check(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = body.read(target, offset, length);
            check(Math.max(0, count));
            return count;
        }

        private void check(int more) throws IOException {
            read += more;
            if (read > bytes) {
                throw new BodyTooLargeException();
            }
            if (clock.instant().isAfter(end)) {
                throw new IOException("The body takes longer than " + MAX_TIME.toSeconds() + " s");
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
