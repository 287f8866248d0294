package com.ticketing.common.shutdown;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the shutdown.
 *
 * @param drain the time for which the process drains its connections before the web server stops; should be at least
 *     the time for which a proxy keeps an idle connection (nginx: 60 s)
 */
@ConfigurationProperties("shutdown")
record ShutdownProperties(@DefaultValue("PT0S") Duration drain) {}
