package com.ticketing.common.json;

import com.ticketing.common.digest.Sha256;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a response, serialized once for all requests that it answers. A handler returns it in place of the value.
 *
 * @param <T> the type of the value, for the API description
 */
@SuppressWarnings("UnusedTypeParameter")
public final class SerializedJson<T> {

    private static final int TAG_BYTES = 16;

    private final byte[] bytes;
    private final String entityTag;

    private SerializedJson(byte[] bytes) {
        this.bytes = bytes;
        this.entityTag = HexFormat.of().formatHex(Sha256.of(bytes), 0, TAG_BYTES);
    }

    public static <T> SerializedJson<T> of(T value, JsonMapper mapper) {
        return new SerializedJson<>(mapper.writeValueAsBytes(value));
    }

    /** Returns the opaque part of an {@code ETag} that changes with the bytes. */
    public String entityTag() {
        return entityTag;
    }

    byte[] bytes() {
        return bytes;
    }
}
