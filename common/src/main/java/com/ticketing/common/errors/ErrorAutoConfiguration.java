package com.ticketing.common.errors;

import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** The error shape for everything that a service can answer. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ErrorAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ErrorAdvice errorAdvice(ErrorMessages messages) {
        return new ErrorAdvice(messages);
    }

    /** Spring resolves the messages of constraints through the bean of this name. */
    @Bean("messageSource")
    @ConditionalOnMissingBean
    ErrorMessages errorMessages(ObjectProvider<ErrorCatalog> catalogs) {
        return new ErrorMessages(catalogs::orderedStream);
    }

    @Bean
    ErrorCatalog commonErrors() {
        return ErrorCatalog.of(CommonError.values());
    }

    @Bean
    @ConditionalOnMissingBean
    ErrorWriter errorWriter() {
        return new ErrorWriter();
    }

    @Bean
    @ConditionalOnMissingBean
    ContainerErrorController containerErrorController() {
        return new ContainerErrorController();
    }

    /** For what Spring Security's firewall refuses: a request that no sound client sends. */
    @Bean
    @ConditionalOnMissingBean
    RequestRejectedHandler requestRejectedHandler(ErrorWriter errors) {
        return (request, response, rejection) -> errors.write(response, CommonError.BAD_REQUEST);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> jsonErrorValve() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(JsonErrorValve.class.getName());
            }
        });
    }
}
