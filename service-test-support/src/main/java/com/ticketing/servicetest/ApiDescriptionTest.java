package com.ticketing.servicetest;

import com.ticketing.testsupport.ServiceTest;
import com.ticketing.testsupport.openapi.ApiDescription;
import com.ticketing.testsupport.openapi.ApiDescriptionConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Compares the service's OpenAPI description with its file in {@code docs/openapi}; {@code -Dopenapi.write=true} writes
 * the file. A bean of {@link com.ticketing.testsupport.openapi.DocumentedResponses} adds the responses that springdoc
 * cannot derive from the controllers.
 */
@ServiceTest(
        properties = {
            "springdoc.api-docs.enabled=true",
            "springdoc.default-produces-media-type=application/json",
            "springdoc.override-with-generic-response=false",
            "springdoc.paths-to-match=/api/**",
            "springdoc.paths-to-exclude=/api/payments/webhook"
        })
@Import({
    ApiDescriptionConfiguration.class,
    SessionCustomizer.class,
    ErrorCodesCustomizer.class,
    TextLengthCustomizer.class,
    StreamConverter.class
})
public abstract class ApiDescriptionTest {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ApiDescription description;

    @Test
    void matchesTheFileInDocsOpenapi() {
        description.assertFileIsCurrent();
    }
}
