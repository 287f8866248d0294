package com.ticketing.common.money;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the {@link ChargeCurrency} of the setting {@code currency} in a service that imports this class. */
@Configuration(proxyBeanMethods = false)
public class ChargeCurrencyConfiguration {

    @Bean
    ChargeCurrency chargeCurrency(@Value("${currency:usd}") String currency) {
        return ChargeCurrency.of(currency);
    }
}
