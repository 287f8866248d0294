package com.ticketing.testsupport.openapi;

import com.ticketing.testsupport.ServiceTest;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * The whole service with an OpenAPI description of itself. An {@link ApiDescription} can be injected, and a bean of
 * {@link Answers} tells what the code does not.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ServiceTest(
        properties = {
            "springdoc.api-docs.enabled=true",
            "springdoc.default-produces-media-type=application/json",
            "springdoc.override-with-generic-response=false",
            "springdoc.paths-to-match=/api/**",
            "springdoc.paths-to-exclude=/api/payments/webhook"
        })
@Import(DescribedApi.class)
public @interface ApiDescriptionTest {}
