package com.ticketing.testsupport.openapi;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpStatus;

/** Describes every status that a route responds with, and the format of errors. */
final class ResponsesCustomizer implements OpenApiCustomizer {

    private static final String ERRORS = "ErrorResponse";
    private static final String ERROR = "ErrorItem";
    private static final Header NEXT_PAGE = new Header()
            .description("Link to the next page, rel=\"next\"; absent on the last page")
            .schema(text());

    private final DocumentedResponses documented;

    ResponsesCustomizer(DocumentedResponses documented) {
        this.documented = documented;
    }

    @Override
    public void customise(OpenAPI api) {
        addErrors(api.getComponents());
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> describe(method + " " + path, operation, api.getComponents())));
        documented.requireAllRoutesFound();
    }

    private void describe(String route, Operation operation, Components components) {
        ApiResponses responses = operation.getResponses();
        List<Integer> successes = documented.successes(route);
        if (!successes.isEmpty()) {
            Content content = requireNonNull(responses.remove("200"), route).getContent();
            successes.forEach(
                    status -> responses.addApiResponse(Integer.toString(status), new ApiResponse().content(content)));
        }
        documented
                .conflict(route)
                .ifPresent(current -> responses.addApiResponse("409", conflict(current, components.getSchemas())));
        responses.forEach((status, response) -> response.setDescription(
                HttpStatus.valueOf(Integer.parseInt(status)).getReasonPhrase()));
        if (isPaged(operation)) {
            requireNonNull(responses.get("200"), route).addHeaderObject("Link", NEXT_PAGE);
        }
        failures(route, operation).forEach(status -> responses.addApiResponse(Integer.toString(status), error()));
        responses.addApiResponse("default", error());
    }

    private static boolean isPaged(Operation operation) {
        return parameters(operation).anyMatch(parameter -> "after".equals(parameter.getName()));
    }

    private static Stream<Parameter> parameters(Operation operation) {
        return Stream.ofNullable(operation.getParameters()).flatMap(List::stream);
    }

    private List<Integer> failures(String route, Operation operation) {
        List<Integer> failures = new ArrayList<>(documented.failures(route));
        if (operation.getRequestBody() != null || hasParameterIn(operation, "query")) {
            failures.add(400);
        }
        if (operation.getSecurity() != null) {
            failures.addAll(List.of(401, 403));
        }
        if (hasParameterIn(operation, "path")) {
            failures.add(404);
        }
        return failures;
    }

    private static boolean hasParameterIn(Operation operation, String place) {
        return parameters(operation).anyMatch(parameter -> place.equals(parameter.getIn()));
    }

    private static ApiResponse error() {
        return new ApiResponse().$ref("#/components/responses/" + ERRORS);
    }

    private static ApiResponse conflict(String current, Map<String, ?> schemas) {
        if (!schemas.containsKey(current)) {
            throw new IllegalStateException("No response has the body " + current);
        }
        return json(errors().addProperty("current", reference(current)).addRequiredItem("current"));
    }

    private static ApiResponse json(Schema<?> schema) {
        return new ApiResponse()
                .content(new Content().addMediaType("application/json", new MediaType().schema(schema)));
    }

    private static void addErrors(Components components) {
        components
                .addResponses(ERRORS, json(reference(ERRORS)).description("An error response"))
                .addSchemas(ERRORS, errors())
                .addSchemas(
                        ERROR,
                        object().addProperty("message", text())
                                .addProperty("field", text())
                                .addProperty("code", text())
                                .addRequiredItem("message")
                                .addRequiredItem("code"));
    }

    private static Schema<?> errors() {
        Schema<?> list = ofType("array");
        list.setItems(reference(ERROR));
        list.setMinItems(1);
        return object().addProperty("errors", list).addRequiredItem("errors");
    }

    private static Schema<?> object() {
        return ofType("object");
    }

    private static Schema<?> text() {
        return ofType("string");
    }

    private static Schema<?> ofType(String type) {
        Schema<?> schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }

    private static Schema<?> reference(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }
}
