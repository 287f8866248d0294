package com.ticketing.devservers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * Tests whether a broker's streaming layer responds, not only the NATS server below it, which starts earlier. The layer
 * rejects an empty connect request with a message, which shows that it runs.
 */
final class StreamingProbe {

    private StreamingProbe() {}

    static boolean responds(String host, int port, String clusterId, Duration timeout) {
        try (Socket socket = new Socket()) {
            int millis = Math.toIntExact(timeout.toMillis());
            socket.connect(new InetSocketAddress(host, port), millis);
            socket.setSoTimeout(millis);
            OutputStream out = socket.getOutputStream();
            out.write(("CONNECT {\"verbose\":false}\r\nSUB _INBOX.probe 1\r\nPUB _STAN.discover." + clusterId
                            + " _INBOX.probe 0\r\n\r\n")
                    .getBytes(UTF_8));
            out.flush();
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("MSG _INBOX.probe")) {
                    return true;
                }
            }
            return false;
        } catch (IOException notYet) {
            return false;
        }
    }
}
