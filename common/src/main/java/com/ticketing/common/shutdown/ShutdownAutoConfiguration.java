package com.ticketing.common.shutdown;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Configures the shutdown of a web application. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(ShutdownProperties.class)
class ShutdownAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ConnectionDrainer connectionDrainer(ShutdownProperties properties) {
        return new ConnectionDrainer(properties.drain());
    }
}
