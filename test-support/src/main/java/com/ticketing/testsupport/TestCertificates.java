package com.ticketing.testsupport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.ticketing.devservers.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A new certificate authority and a server's certificate that it has issued, made with the JDK's keytool. */
public final class TestCertificates {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    private TestCertificates(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the files to the folder.
     *
     * @param name the subject alternative name of the server's certificate, for example {@code IP:127.0.0.1} or
     *     {@code DNS:localhost}
     */
    public static TlsFiles create(Path folder, String name)
            throws IOException, InterruptedException, GeneralSecurityException {
        return new TestCertificates(folder).create(name);
    }

    private TlsFiles create(String name) throws IOException, InterruptedException, GeneralSecurityException {
        keytool("-genkeypair", "-alias", "authority", "-dname", "CN=Authority", "-ext", "bc:c");
        keytool("-genkeypair", "-alias", "server", "-dname", "CN=Server");
        keytool("-certreq", "-alias", "server", "-file", path("server.csr"));
        keytool(
                "-gencert",
                "-alias",
                "authority",
                "-ext",
                "san=" + name,
                "-infile",
                path("server.csr"),
                "-outfile",
                path("server.der"));
        keytool("-importcert", "-noprompt", "-alias", "server", "-file", path("server.der"));

        KeyStore store = KeyStore.getInstance(folder.resolve("keys.p12").toFile(), PASSWORD.toCharArray());
        return new TlsFiles(
                pem("authority.pem", store.getCertificate("authority")),
                pem("server.pem", store.getCertificate("server")),
                pem("server.key", store.getKey("server", PASSWORD.toCharArray())));
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", path("keys.p12"), "-storepass", PASSWORD));
        if (command.contains("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC", "-validity", "1"));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(output);
        }
    }

    private Path pem(String file, Certificate certificate) throws IOException, GeneralSecurityException {
        return pem(file, "CERTIFICATE", certificate.getEncoded());
    }

    private Path pem(String file, Key key) throws IOException {
        return pem(file, "PRIVATE KEY", key.getEncoded());
    }

    private Path pem(String file, String type, byte[] content) throws IOException {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content);
        return Files.writeString(
                folder.resolve(file), "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(type, lines, type));
    }

    private String path(String file) {
        return folder.resolve(file).toString();
    }
}
