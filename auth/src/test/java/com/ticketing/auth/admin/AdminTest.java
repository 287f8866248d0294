package com.ticketing.auth.admin;

import com.ticketing.auth.AuthTest;
import com.ticketing.testsupport.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** The service with a first admin. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ServiceTest(
        properties = {
            "auth.passwords.memory=64KB",
            "auth.passwords.iterations=1",
            "auth.passwords.max-wait=PT20S",
            "auth.admin.email=" + AdminTest.EMAIL,
            "auth.admin.password=" + AdminTest.PASSWORD,
        })
@Import(AuthTest.Configuration.class)
@interface AdminTest {

    String EMAIL = "root@example.com";
    String PASSWORD = "the very first secret";
}
