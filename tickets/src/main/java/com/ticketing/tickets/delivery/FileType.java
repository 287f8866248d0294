package com.ticketing.tickets.delivery;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.MediaType;

/**
 * The accepted types of files, recognized by their first bytes: the name and the type that a client sends prove
 * nothing.
 */
public enum FileType {
    PDF(MediaType.APPLICATION_PDF_VALUE, "pdf", "255044462d"),
    PNG(MediaType.IMAGE_PNG_VALUE, "png", "89504e470d0a1a0a"),
    JPEG(MediaType.IMAGE_JPEG_VALUE, "jpg", "ffd8ff");

    private final String mediaType;
    private final String extension;
    private final String signature;

    FileType(String mediaType, String extension, String signature) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.signature = signature;
    }

    public static Optional<FileType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.isTypeOf(content)).findFirst();
    }

    private boolean isTypeOf(byte[] content) {
        byte[] start = HexFormat.of().parseHex(signature);
        return content.length > start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    public MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }

    public String extension() {
        return extension;
    }
}
