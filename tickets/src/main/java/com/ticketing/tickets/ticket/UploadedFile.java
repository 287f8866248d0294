package com.ticketing.tickets.ticket;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.BodyTooLargeException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.tickets.TicketError;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
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

    private static final String PART = "file";

    private UploadedFile() {}

    /**
     * Returns the content of the part named {@code file}.
     *
     * @throws ApiException if there is none, if it is too large or too slow, or if the body is malformed
     */
    static byte[] read(HttpServletRequest request) {
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
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
}
