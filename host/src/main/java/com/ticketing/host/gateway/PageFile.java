package com.ticketing.host.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of the web page as it is sent, compressed like in the client's image: scripts and styles by the page's build,
 * other texts now.
 *
 * @param encoding the content encoding, or null
 * @param varies whether other clients are sent another encoding
 */
record PageFile(ByteBuf content, String type, @Nullable String encoding, boolean varies) {

    private static final int MIN_COMPRESSED = 1024;

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=utf-8"),
            Map.entry("js", "text/javascript"),
            Map.entry("css", "text/css"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain;charset=utf-8"));

    private static final List<String> COMPRESSED = List.of("html", "js", "css", "json", "svg");

    private record Packed(String encoding, String suffix) {}

    private static final List<Packed> PACKED = List.of(new Packed("br", ".br"), new Packed("gzip", ".gz"));

    static PageFile read(Path file, AcceptedEncodings accepted) throws IOException {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1);
        String type = TYPES.getOrDefault(extension, "application/octet-stream");
        boolean varies = false;
        for (Packed packed : PACKED) {
            Path sibling = file.resolveSibling(name + packed.suffix());
            boolean exists = Files.isRegularFile(sibling);
            varies |= exists;
            if (exists && accepted.include(packed.encoding())) {
                return new PageFile(Unpooled.wrappedBuffer(Files.readAllBytes(sibling)), type, packed.encoding(), true);
            }
        }
        byte[] content = Files.readAllBytes(file);
        if (!COMPRESSED.contains(extension) || content.length < MIN_COMPRESSED) {
            return new PageFile(Unpooled.wrappedBuffer(content), type, null, varies);
        }
        return accepted.include("gzip")
                ? new PageFile(Unpooled.wrappedBuffer(gzip(content)), type, "gzip", true)
                : new PageFile(Unpooled.wrappedBuffer(content), type, null, true);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}
