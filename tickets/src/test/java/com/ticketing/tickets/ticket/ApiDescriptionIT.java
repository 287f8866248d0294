package com.ticketing.tickets.ticket;

import com.ticketing.common.json.SerializedJson;
import com.ticketing.common.security.CurrentUser;
import com.ticketing.servicetest.ApiDescriptionTest;
import com.ticketing.testsupport.openapi.DocumentedResponses;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;

@Import(ApiDescriptionIT.AdditionalResponses.class)
class ApiDescriptionIT extends ApiDescriptionTest {

    static {
        SpringDocUtils.getConfig().addResponseWrapperToIgnore(SerializedJson.class);
        // springdoc mistakes the only parameter of an upload that it does not know for the body
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentUser.class);
    }

    /** Responses that springdoc cannot derive from the controllers. */
    @TestConfiguration
    static class AdditionalResponses {

        @Bean
        DocumentedResponses answers() {
            return new DocumentedResponses()
                    .fails("POST /api/tickets", 422, 429)
                    .fails("PUT /api/tickets/{id}/delivery", 409, 413, 415, 429)
                    .conflicts("PUT /api/tickets/{id}", TicketResponse.class);
        }

        /** The handler returns an array if the request has a quantity. */
        @Bean
        OpenApiCustomizer several() {
            return api -> {
                var answer = Objects.requireNonNull(
                        Objects.requireNonNull(api.getPaths().get("/api/tickets"))
                                .getPost()
                                .getResponses()
                                .get("201"));
                Schema<?> one = new JsonSchema().$ref("#/components/schemas/TicketResponse");
                Schema<?> several = new JsonSchema();
                several.addType("array");
                several.setItems(new JsonSchema().$ref("#/components/schemas/TicketResponse"));
                answer.getContent()
                        .values()
                        .forEach(body -> body.setSchema(new JsonSchema().oneOf(List.of(one, several))));
            };
        }

        /** The converter of records sees the unwrapped ticket as one property. */
        @Bean
        OpenApiCustomizer unwrapped() {
            return api -> {
                var schemas = api.getComponents().getSchemas();
                Schema<?> ticket = Objects.requireNonNull(schemas.get("TicketResponse"));
                Schema<?> overdue = Objects.requireNonNull(schemas.get("OverdueDeliveryResponse"));
                overdue.setRequired(ticket.getRequired());
            };
        }

        /** The handler reads the file from the request, where springdoc does not find it. */
        @Bean
        OpenApiCustomizer upload() {
            Schema<?> file = new JsonSchema().format("binary");
            file.addType("string");
            Schema<?> form = new JsonSchema();
            form.addType("object");
            form.addProperty("file", file);
            form.addRequiredItem("file");
            return api -> Objects.requireNonNull(api.getPaths().get("/api/tickets/{id}/delivery"))
                    .getPut()
                    .getRequestBody()
                    .getContent()
                    .addMediaType(
                            MediaType.MULTIPART_FORM_DATA_VALUE,
                            new io.swagger.v3.oas.models.media.MediaType().schema(form));
        }
    }
}
