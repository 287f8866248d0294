package com.ticketing.common.events;

import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads an ISO-8601 instant of the years 1 to 9998. Any other value is read as absent. */
final class LenientInstant extends ValueDeserializer<Instant> {

    private static final Instant FIRST = Year.of(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Instant END = Year.of(9999).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            parser.skipChildren();
            return null;
        }
        try {
            Instant instant = Instant.parse(parser.getString());
            return instant.isBefore(FIRST) || !instant.isBefore(END) ? null : instant;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
