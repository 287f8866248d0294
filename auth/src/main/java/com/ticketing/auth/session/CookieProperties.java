package com.ticketing.auth.session;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How cookies are given.
 *
 * @param secureCookies whether a browser may send them over https only; false is for trying things out over plain http
 */
@ConfigurationProperties("auth")
record CookieProperties(@DefaultValue("true") boolean secureCookies) {}
