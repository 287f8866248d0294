package com.ticketing.common.shutdown;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a process ends.
 *
 * @param drain how long it goes on answering, telling each caller to come back on another connection, before the web
 *     server stops; as long as a proxy may keep a connection that it does not use (nginx: 60 s)
 */
@ConfigurationProperties("shutdown")
record ShutdownProperties(@DefaultValue("PT0S") Duration drain) {}
