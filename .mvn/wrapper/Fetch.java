import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Downloads one file and checks its SHA-512, so that the wrapper needs nothing but a JDK: {@code java Fetch.java URL SHA512 FILE}. */
class Fetch {
    public static void main(String[] args) throws Exception {
        var url = URI.create(args[0]);
        var target = Path.of(args[2]);
        try (var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .proxy(java.net.ProxySelector.getDefault())
                .build()) {
            var answer = client.send(
                    java.net.http.HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(url + " answered " + answer.statusCode());
            }
            var sum = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-512").digest(answer.body()));
            if (!sum.equals(args[1])) {
                throw new IOException(url + " has the SHA-512 " + sum + ", not the expected " + args[1]);
            }
            Files.write(target, answer.body());
        }
    }
}
