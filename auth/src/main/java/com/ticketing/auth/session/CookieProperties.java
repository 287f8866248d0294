package com.ticketing.auth.session;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The cookies of the auth service.
 *
 * @param secureCookies Whether cookies have the Secure attribute; set it to false only for development over plain HTTP.
 */
@ConfigurationProperties("auth")
record CookieProperties(@DefaultValue("true") boolean secureCookies) {}
