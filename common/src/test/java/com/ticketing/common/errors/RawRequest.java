package com.ticketing.common.errors;

import static com.ticketing.testsupport.Eventually.PATIENCE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;

/** Sends malformed requests, which an HTTP client would reject. */
record RawRequest(int port) {

    /** Sends the lines and returns the response with its headers. */
    String send(String... lines) throws IOException {
        return sendText(String.join("\r\n", lines) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    /** Sends a chunked body, which has no declared length. */
    String sendChunked(String path, String cookie, int chunks, int size) throws IOException {
        StringBuilder request =
                new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + "Cookie: "
                        + cookie + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        String chunk = " ".repeat(size);
        for (int i = 0; i < chunks; i++) {
            request.append(Integer.toHexString(size))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        return sendText(request.append("0\r\n\r\n").toString());
    }

    private String sendText(String text) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
