package com.ticketing.common.persistence;

import com.ticketing.common.settings.Settings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds of waiting for the database. Without them, a server that disappears without closing its connections blocks
 * every operation until the operating system gives up, which takes minutes.
 *
 * @param timeout the maximum duration of an operation with the driver's own retries, the wait for a connection and the
 *     wait for the write concern; replaces that of the connection string
 * @param serverSelectionTimeout the maximum wait for a usable server, such as a new primary; longer than an election,
 *     so that a failover interrupts no request; replaces that of the connection string
 */
@ConfigurationProperties("mongodb")
record DatabaseProperties(
        @DefaultValue("PT15S") Duration timeout,
        @DefaultValue("PT10S") Duration serverSelectionTimeout) {

    DatabaseProperties {
        Settings.requirePositive("MONGODB_TIMEOUT", timeout, "PT15S");
        Settings.requirePositive("MONGODB_SERVER_SELECTION_TIMEOUT", serverSelectionTimeout, "PT10S");
    }
}
