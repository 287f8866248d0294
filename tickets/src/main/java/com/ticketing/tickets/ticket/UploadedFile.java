package com.ticketing.tickets.ticket;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.BodyTooLargeException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.tickets.TicketError;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.springframework.util.unit.DataSize;

/**
 * Reads the file of a multipart request as a stream. The servlet API would write it to the disk, not encrypted, and
 * would do so for each route of the service.
 */
final class UploadedFile {

    static final DataSize MAX_SIZE = DataSize.ofMegabytes(5);

    /** The file, and at most this much for the parts' headers and boundaries. */
    static final DataSize MAX_BODY =
            DataSize.ofBytes(MAX_SIZE.toBytes() + DataSize.ofKilobytes(64).toBytes());

    /** The maximum time for reading the body. The server's own timeout applies to each read only. */
    private static final Duration MAX_TIME = Duration.ofSeconds(30);

    private static final String PART = "file";

    private UploadedFile() {}

    /**
     * Returns the content of the part named {@code file}.
     *
     * @throws ApiException if there is none, if it is too large or too slow, or if the body is malformed
     */
    static byte[] read(HttpServletRequest request, Clock clock) {
        Instant end = clock.instant().plus(MAX_TIME);
        ServletRequestContext body = new ServletRequestContext(request) {
            @Override
            public InputStream getInputStream() throws IOException {
                return new TimedStream(super.getInputStream(), clock, end);
            }
        };
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(body);
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (PART.equals(part.getFieldName())) {
                    return content(part);
                }
            }
        } catch (BodyTooLargeException e) {
            throw new ApiException(CommonError.BODY_TOO_LARGE);
        } catch (IOException e) {
            // not multipart, without an end, too slow, or aborted by the client
            throw new ApiException(CommonError.BAD_REQUEST);
        }
        throw new ApiException(TicketError.DELIVERY_FILE_MISSING);
    }

    private static byte[] content(FileItemStream part) throws IOException {
        int max = Math.toIntExact(MAX_SIZE.toBytes());
        try (InputStream stream = part.openStream()) {
            byte[] content = stream.readNBytes(max + 1);
            if (content.length > max) {
                throw new ApiException(CommonError.BODY_TOO_LARGE);
            }
            return content;
        }
    }

    /** Fails each read after the end of its time. */
    private static final class TimedStream extends FilterInputStream {

        private final Clock clock;
        private final Instant end;

        TimedStream(InputStream stream, Clock clock, Instant end) {
            super(stream);
            this.clock = clock;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            requireTime();
            return super.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            requireTime();
            return super.read(target, offset, length);
        }

        private void requireTime() throws IOException {
            if (clock.instant().isAfter(end)) {
                throw new IOException("The upload has exceeded its time");
            }
        }
    }
}
