package com.ticketing.common.errors;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

class ErrorAutoConfigurationTest {

    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(MessageSourceAutoConfiguration.class, ErrorAutoConfiguration.class));

    @Test
    void leavesTheMessageSourceToTheApplication() {
        application
                .withPropertyValues("spring.messages.basename=org.hibernate.validator.ValidationMessages")
                .run(context -> assertThat(context).hasNotFailed().hasBean("messageSource"));
    }

    record Form(
            @NotBlank(message = "{invalid-limit}") String coded,

            @Size(max = 3, message = "{jakarta.validation.constraints.Size.message}")
            String uncoded) {}

    @RestController
    static class FormController {
        @PostMapping("/form")
        void post(@Valid @RequestBody Form form) {}
    }

    @Test
    void sendsTheCodeAndTheMessageThatAConstraintNames() {
        application.run(context -> {
            MockMvcTester mvc = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new FormController())
                    .setControllerAdvice(context.getBean(ErrorAdvice.class))
                    .build());
            assertThat(mvc.post()
                            .uri("/form")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"coded\":\" \",\"uncoded\":\"long\"}"))
                    .hasStatus(400)
                    .bodyJson()
                    .isStrictlyEqualTo("""
                            {"errors":[
                              {"message":"Limit is out of range","field":"coded","code":"invalid-limit"},
                              {"message":"size must be between 0 and 3","field":"uncoded","code":"invalid-value"}]}
                            """);
        });
    }
}
