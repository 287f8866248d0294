package com.ticketing.common.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/** Writes {@link SerializedJson} for the media types that JSON is written for. */
final class SerializedJsonConverter extends AbstractHttpMessageConverter<SerializedJson<?>> {

    SerializedJsonConverter() {
        super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == SerializedJson.class;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected SerializedJson<?> readInternal(Class<? extends SerializedJson<?>> type, HttpInputMessage message) {
        throw new UnsupportedOperationException("Requests contain no serialized response");
    }

    @Override
    protected Long getContentLength(SerializedJson<?> json, @Nullable MediaType type) {
        return (long) json.bytes().length;
    }

    @Override
    protected void writeInternal(SerializedJson<?> json, HttpOutputMessage message) throws IOException {
        message.getBody().write(json.bytes());
    }
}
