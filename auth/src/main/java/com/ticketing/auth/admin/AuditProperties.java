package com.ticketing.auth.admin;

import com.ticketing.common.settings.Settings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The audit log.
 *
 * @param retention The time for which an entry of the audit log is kept.
 */
@ConfigurationProperties("auth.audit")
record AuditProperties(@DefaultValue("P730D") Duration retention) {

    AuditProperties {
        Settings.requirePositive("AUTH_AUDIT_RETENTION", retention, "P730D");
    }
}
