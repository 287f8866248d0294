package com.ticketing.servicetest;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/** Describes a stream as the array that it is written as. */
class StreamConverter implements ModelConverter {

    @Override
    @SuppressWarnings("rawtypes") // the interface's own type
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        ResolvableType stream = ResolvableType.forType(type.getType());
        if (Stream.class.equals(stream.resolve())) {
            AnnotatedType entry = new AnnotatedType(stream.getGeneric(0).getType()).resolveAsRef(true);
            return new ArraySchema().items(context.resolve(entry));
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }
}
