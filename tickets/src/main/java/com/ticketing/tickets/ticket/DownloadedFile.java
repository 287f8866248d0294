package com.ticketing.tickets.ticket;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/** Sends a file in chunks within a limited time, so that a slow client does not occupy a transfer for long. */
final class DownloadedFile {

    private static final Logger log = LoggerFactory.getLogger(DownloadedFile.class);

    /** The maximum time for sending the file. The server's own timeout applies to each write only. */
    private static final Duration MAX_TIME = Duration.ofSeconds(30);

    private static final int CHUNK = 8 * 1024;

    private DownloadedFile() {}

    /** Sends the file, or the part that the client receives in time; the client detects the missing rest. */
    static void write(byte[] file, HttpServletResponse response, Clock clock) throws IOException {
        Instant end = clock.instant().plus(MAX_TIME);
        response.setContentLength(file.length);
        // with an open connection, the client of an incomplete file would wait for the rest
        response.setHeader(HttpHeaders.CONNECTION, "close");
        OutputStream body = response.getOutputStream();
        for (int sent = 0; sent < file.length; sent += CHUNK) {
            if (clock.instant().isAfter(end)) {
                log.info("Download exceeded its time: sentBytes={} fileBytes={}", sent, file.length);
                return;
            }
            body.write(file, sent, Math.min(CHUNK, file.length - sent));
        }
    }
}
