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
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Configures one format for the error responses of controllers, filters, the HTTP firewall and Tomcat. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ErrorAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ErrorAdvice errorAdvice(ErrorCodes codes) {
        return new ErrorAdvice(codes);
    }

    @Bean
    @ConditionalOnMissingBean
    ErrorCodes errorCodes(ObjectProvider<ErrorCatalog> catalogs) {
        return new ErrorCodes(catalogs::orderedStream);
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

    @Bean
    @ConditionalOnMissingBean
    HttpFirewall httpFirewall() {
        return new RequestFirewall();
    }

    /** Responds to malformed requests that Spring Security's firewall rejects. */
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
