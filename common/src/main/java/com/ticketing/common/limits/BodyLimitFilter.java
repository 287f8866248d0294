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
import java.util.List;
import java.util.Set;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects request bodies over the limit: by the declared length if there is one, otherwise while the body is read. An
 * {@link UploadRoute} has a limit of its own.
 */
class BodyLimitFilter extends OncePerRequestFilter {

    private static final Set<String> BODILESS = Set.of("GET", "HEAD");

    private final DataSize limit;
    private final List<UploadRoute> uploads;
    private final ErrorWriter errors;

    BodyLimitFilter(DataSize limit, List<UploadRoute> uploads, ErrorWriter errors) {
        this.limit = limit;
        this.uploads = uploads;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long bytes = limitOf(request);
        if (request.getContentLengthLong() > bytes) {
            errors.write(response, CommonError.BODY_TOO_LARGE);
        } else {
            chain.doFilter(needsCount(request) ? new LimitedRequest(request, bytes) : request, response);
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

    /** The container reads no more than a declared length, and nothing reads the body of a GET. */
    private static boolean needsCount(HttpServletRequest request) {
        return request.getContentLengthLong() < 0 && !BODILESS.contains(request.getMethod());
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final long limit;

        LimitedRequest(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), limit);
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private long read;

        LimitedStream(ServletInputStream body, long limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = body.read(target, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > limit) {
                throw new BodyTooLargeException();
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
