package com.ticketing.testsupport.openapi;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/** Removes parameters that clients do not send, and describes event streams. */
final class HandlerCustomizer implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (operation.getParameters() != null) {
            Set<String> sent = sent(handler);
            operation.getParameters().removeIf(parameter -> !sent.contains(parameter.getName()));
            operation.setParameters(operation.getParameters().isEmpty() ? null : operation.getParameters());
        }
        if (ResponseBodyEmitter.class.isAssignableFrom(returned(handler))) {
            describeStream(requireNonNull(operation.getResponses().get("200")));
        }
        return operation.tags(null);
    }

    private static Class<?> returned(HandlerMethod handler) {
        ResolvableType type = ResolvableType.forMethodReturnType(handler.getMethod());
        return (type.hasGenerics() ? type.getGeneric(0) : type).resolve(Object.class);
    }

    private static void describeStream(ApiResponse response) {
        Schema<?> text = new JsonSchema();
        text.addType("string");
        response.setContent(new Content()
                .addMediaType(
                        org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE, new MediaType().schema(text)));
    }

    /** Returns the names of the parameters that clients send. Spring resolves others, for example the current user. */
    private static Set<String> sent(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .flatMap(parameter -> {
                    RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
                    if (header != null) {
                        return Stream.of(header.name());
                    }
                    return parameter.hasParameterAnnotation(RequestParam.class)
                                    || parameter.hasParameterAnnotation(PathVariable.class)
                            ? Stream.of(parameter.getParameter().getName())
                            : Stream.of();
                })
                .collect(Collectors.toSet());
    }
}
