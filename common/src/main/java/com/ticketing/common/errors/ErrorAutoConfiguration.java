package com.ticketing.common.errors;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** The error shape for everything that a service can answer, and the limits that protect it. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(RequestLimits.class)
class ErrorAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ErrorAdvice errorAdvice() {
        return new ErrorAdvice();
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
        return (request, response, rejection) -> errors.write(response, HttpStatus.BAD_REQUEST);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> jsonErrorValve() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(JsonErrorValve.class.getName());
            }
        });
    }

    @Bean
    FilterRegistrationBean<InFlightFilter> inFlightFilter(RequestLimits limits, ErrorWriter errors) {
        FilterRegistrationBean<InFlightFilter> registration =
                new FilterRegistrationBean<>(new InFlightFilter(limits.inFlight(), limits.maxWait(), errors));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(RequestLimits limits, ErrorWriter errors) {
        FilterRegistrationBean<BodyLimitFilter> registration =
                new FilterRegistrationBean<>(new BodyLimitFilter(limits.body(), errors));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }
}
