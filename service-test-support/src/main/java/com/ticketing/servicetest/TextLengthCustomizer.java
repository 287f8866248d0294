package com.ticketing.servicetest;

import com.ticketing.common.text.MaxLength;
import com.ticketing.common.text.Visible;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.lang.annotation.Annotation;
import java.util.stream.Stream;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.core.MethodParameter;

/** Adds the lengths of texts to the OpenAPI description; a JSON schema counts code points, too. */
class TextLengthCustomizer implements PropertyCustomizer, ParameterCustomizer {

    @Override
    public Schema<?> customize(Schema property, AnnotatedType type) {
        return limited(property, type.getCtxAnnotations());
    }

    @Override
    public Parameter customize(Parameter parameter, MethodParameter argument) {
        if (parameter != null && parameter.getSchema() != null) {
            limited(parameter.getSchema(), argument.getParameterAnnotations());
        }
        return parameter;
    }

    private static Schema<?> limited(Schema<?> schema, Annotation[] annotations) {
        Stream.ofNullable(annotations).flatMap(Stream::of).forEach(annotation -> {
            if (annotation instanceof MaxLength length) {
                schema.setMaxLength(length.value());
            } else if (annotation instanceof Visible) {
                schema.setMinLength(1);
            }
        });
        return schema;
    }
}
