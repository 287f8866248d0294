package com.ticketing.auth.admin;

import com.ticketing.auth.AuthTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** The service of {@link AuthTest} with an initial admin. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@AuthTest
@TestPropertySource(properties = {"auth.admin.email=" + AdminTest.EMAIL, "auth.admin.password=" + AdminTest.PASSWORD})
@interface AdminTest {

    String EMAIL = "root@example.com";
    String PASSWORD = "the very first secret";
}
