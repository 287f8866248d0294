package com.ticketing.common.routes;

import com.ticketing.common.errors.ErrorWriter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.filter.UrlHandlerFilter;

/** Configures how requests find their route. */
@AutoConfiguration(afterName = "com.ticketing.common.errors.ErrorAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class RoutesAutoConfiguration {

    /**
     * Ignores one trailing slash, as the router of the course's services does. Runs before Spring Security, so that
     * authorization and dispatch see the same path.
     */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> trailingSlashFilter() {
        FilterRegistrationBean<UrlHandlerFilter> registration = new FilterRegistrationBean<>(
                UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 30);
        return registration;
    }

    @Bean
    @ConditionalOnMissingBean
    UnknownRoutes unknownRoutes(ErrorWriter errors) {
        return new UnknownRoutes(errors);
    }
}
