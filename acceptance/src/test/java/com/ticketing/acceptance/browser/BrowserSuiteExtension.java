package com.ticketing.acceptance.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the suite for the first test that needs it, and stops it after the last test of the JVM. */
final class BrowserSuiteExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == BrowserSuite.class;
    }

    @Override
    public BrowserSuite resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(BrowserSuiteExtension.class))
                .computeIfAbsent(BrowserSuite.class, key -> new BrowserSuite(), BrowserSuite.class);
    }
}
