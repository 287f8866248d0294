package com.ticketing.acceptance.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the suite for the first test that needs it, and stops it after the last test of the JVM. The launcher session
 * lasts as long as the JVM; Failsafe executes each class in it separately, and each execution closes its root store.
 */
final class BrowserSuiteExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == BrowserSuite.class;
    }

    @Override
    public BrowserSuite resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(BrowserSuiteExtension.class))
                .computeIfAbsent(BrowserSuite.class, key -> new BrowserSuite(), BrowserSuite.class);
    }
}
