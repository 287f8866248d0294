package com.ticketing.common.json;

import com.ticketing.common.text.Text;
import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.NumberDeserializers.BigDecimalDeserializer;

/** Rejects a string with control characters around the number. Jackson removes them like spaces. */
final class DecimalDeserializer extends BigDecimalDeserializer {

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.hasToken(JsonToken.VALUE_STRING) && Text.hasControls(Text.trim(parser.getString()))) {
            return (BigDecimal) context.handleWeirdStringValue(
                    BigDecimal.class, parser.getString(), "not a number, but a text with control characters");
        }
        return super.deserialize(parser, context);
    }
}
