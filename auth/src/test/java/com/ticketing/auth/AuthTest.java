package com.ticketing.auth;

import com.ticketing.testsupport.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The service with hashes that cost next to nothing. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ServiceTest(
        properties = {"auth.passwords.memory=64KB", "auth.passwords.iterations=1", "auth.passwords.max-wait=PT20S"})
public @interface AuthTest {}
