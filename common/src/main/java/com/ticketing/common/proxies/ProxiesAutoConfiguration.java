package com.ticketing.common.proxies;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Configures which proxies are trusted. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(ProxyProperties.class)
class ProxiesAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Proxies proxies(ProxyProperties properties) {
        return new Proxies(properties);
    }
}
