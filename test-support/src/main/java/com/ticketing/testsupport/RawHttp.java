package com.ticketing.testsupport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends the bytes of requests, also of malformed ones, which an HTTP client would reject. */
public record RawHttp(int port) {

    private static final int HEX = 16;

    /** A header with a name of the characters that names can have. */
    private static final Pattern FIELD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+:.*", Pattern.DOTALL);

    /**
     * Sends a request with the headers {@code Host} and {@code Connection: close}, and returns its response. Reads the
     * body of a successful response only if it is JSON: others may be streams without an end.
     *
     * @param head the request line and headers; each char is one byte
     */
    public ApiResponse send(List<String> head, byte[] body) throws IOException {
        boolean namesHost = head.stream().anyMatch(line -> line.startsWith("Host:"));
        String lines = head.stream().map(line -> line + "\r\n").collect(Collectors.joining());
        String text = lines + (namesHost ? "" : "Host: localhost\r\n") + "Connection: close\r\n\r\n";
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(Math.toIntExact(Eventually.PATIENCE.toMillis()));
            write(socket, text.getBytes(ISO_8859_1), body);
            return read(new BufferedInputStream(socket.getInputStream()));
        }
    }

    public ApiResponse send(String... head) throws IOException {
        return send(List.of(head), new byte[0]);
    }

    /** A server may respond and close the connection before it has read everything. */
    private static void write(Socket socket, byte[] head, byte[] body) {
        try {
            socket.getOutputStream().write(head);
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
        } catch (IOException closed) {
            // the response is there to be read
        }
    }

    private static ApiResponse read(InputStream in) throws IOException {
        String statusLine = line(in);
        if (!statusLine.startsWith("HTTP/1.1 ")) {
            throw new IOException("No response, but '" + statusLine + "'");
        }
        int status = Integer.parseInt(statusLine.substring(9, 12));
        List<String> lines = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines) {
            if (!FIELD.matcher(line).matches()) {
                throw new IOException("Malformed header '" + line + "' in the response '" + statusLine + "' " + lines);
            }
            String[] field = line.split(":", 2);
            fields.merge(
                    field[0],
                    List.of(field[1].strip()),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
        }
        HttpHeaders headers = HttpHeaders.of(fields, (name, value) -> true);
        boolean isJson = headers.firstValue("Content-Type").orElse("").startsWith("application/json");
        return new ApiResponse(status, headers, status >= 400 || isJson ? body(headers, in) : "");
    }

    private static String body(HttpHeaders headers, InputStream in) throws IOException {
        if (headers.firstValue("Transfer-Encoding").isEmpty()) {
            return new String(in.readAllBytes(), UTF_8);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        return body.toString(UTF_8);
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(line(in), HEX);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
