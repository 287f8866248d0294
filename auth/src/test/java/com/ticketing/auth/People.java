package com.ticketing.auth;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import java.util.Map;

/** People whom no other test knows, and what they do. */
public final class People {

    public static final String PASSWORD = "a long enough secret";

    private People() {}

    public static String newEmail() {
        return "p" + SignedIn.newId() + "@example.com";
    }

    public static Map<String, Object> credentials(String email, String password) {
        return Map.of("email", email, "password", password);
    }

    public static ApiResponse signUp(Api api, String email) {
        return api.post("/api/users/signup", credentials(email, PASSWORD));
    }

    public static ApiResponse signIn(Api api, String email, String password) {
        return api.post("/api/users/signin", credentials(email, password));
    }
}
