package com.ticketing.testsupport.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** What a handler says of its callers: which parameters they give, and whether they must be signed in. */
final class HandlerCustomizer implements OperationCustomizer {

    static final String SESSION = "session";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (operation.getParameters() != null) {
            Set<String> given = given(handler);
            operation.getParameters().removeIf(parameter -> !given.contains(parameter.getName()));
            operation.setParameters(operation.getParameters().isEmpty() ? null : operation.getParameters());
        }
        if (!isPublic(handler)) {
            operation.setSecurity(List.of(new SecurityRequirement().addList(SESSION)));
        }
        return operation.tags(null);
    }

    /** The others are made by the service itself, of cookies and addresses. */
    private static Set<String> given(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class)
                        || parameter.hasParameterAnnotation(PathVariable.class))
                .map(MethodParameter::getParameter)
                .map(java.lang.reflect.Parameter::getName)
                .collect(Collectors.toSet());
    }

    /** By name: this module knows nothing of the library that has the annotation. */
    private static boolean isPublic(HandlerMethod handler) {
        return Stream.of(handler.getMethod(), handler.getBeanType())
                .anyMatch(element ->
                        AnnotatedElementUtils.isAnnotated(element, "com.ticketing.common.security.PublicRoute"));
    }
}
