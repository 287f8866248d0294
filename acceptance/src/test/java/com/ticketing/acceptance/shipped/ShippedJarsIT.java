package com.ticketing.acceptance.shipped;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which of two equal classes is used depends on the order of the classpath, so tests and production could differ. */
class ShippedJarsIT {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    static Stream<String> programs() throws IOException {
        return Stream.concat(
                Files.readAllLines(CHECKOUT.resolve("services")).stream(),
                Stream.of("host", "acceptance", "dev-servers", "stripe-stand-in"));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void noClassOfAProgramExistsTwiceOrIsOutdated(String program) {
        List<ShippedClass> classes =
                ShippedProgram.classesOf(CHECKOUT.resolve("%1$s/target/%1$s.jar".formatted(program)));

        assertThat(classes)
                .extracting(ShippedClass::jar)
                .contains(program + ".jar")
                .hasSizeGreaterThan(1);
        assertThat(ShippedClass.duplicates(classes)).isEmpty();
        assertThat(ShippedClass.outdatedProtobuf(classes)).isEmpty();
    }

    @Test
    void detectsAPlantedClassThatExistsTwiceInAServicesJar() throws IOException {
        byte[] library = jar(Map.of("io/nats/streaming/Message.class", bytes("old")));
        Path planted = Files.write(
                folder.resolve("planted.jar"),
                jar(Map.of(
                        JarFile.MANIFEST_NAME,
                        bytes("Manifest-Version: 1.0\n"),
                        "BOOT-INF/classes/io/nats/streaming/Message.class",
                        bytes("new"),
                        "BOOT-INF/lib/client.jar",
                        library)));

        assertThat(ShippedClass.duplicates(ShippedProgram.classesOf(planted)))
                .containsExactly("io/nats/streaming/Message.class in [client.jar, planted.jar]");
    }

    @Test
    void detectsAPlantedOutdatedClassOnTheClassPath() throws IOException {
        Path planted = Files.write(
                folder.resolve("planted.jar"),
                jar(Map.of(
                        JarFile.MANIFEST_NAME,
                        bytes("Manifest-Version: 1.0\nClass-Path: lib/client.jar\n"),
                        "com/example/Main.class",
                        bytes("main"))));
        Files.write(
                Files.createDirectory(folder.resolve("lib")).resolve("client.jar"),
                jar(Map.of(
                        "io/nats/streaming/protobuf/PubMsg.class",
                        bytes("extends com/google/protobuf/GeneratedMessageV3"))));

        assertThat(ShippedClass.outdatedProtobuf(ShippedProgram.classesOf(planted)))
                .containsExactly("io/nats/streaming/protobuf/PubMsg.class in client.jar");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] jar(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
