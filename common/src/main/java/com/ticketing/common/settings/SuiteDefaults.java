package com.ticketing.common.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;

/**
 * Adds the defaults of all services from {@code ticketing-defaults.yaml}. Every other property source has precedence.
 */
class SuiteDefaults implements EnvironmentPostProcessor {

    private static final String NAME = "ticketing-defaults.yaml";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            new YamlPropertySourceLoader()
                    .load(NAME, new ClassPathResource(NAME))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(NAME + " is not readable", e);
        }
    }
}
