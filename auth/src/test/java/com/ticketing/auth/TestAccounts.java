package com.ticketing.auth;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import java.util.Map;

/** Accounts with unique emails, and the requests that create and use them. */
public final class TestAccounts {

    public static final String PASSWORD = "a long enough secret";

    private TestAccounts() {}

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

    public static ApiResponse refresh(Api api, String refreshToken) {
        return api.as("refresh=" + refreshToken).post("/api/users/refresh", null);
    }

    /** Sends the refresh token that a sign-up, sign-in or refresh returned. */
    public static ApiResponse refresh(Api api, ApiResponse signedIn) {
        return refresh(api, refreshToken(signedIn));
    }

    public static String refreshToken(ApiResponse signedIn) {
        return signedIn.cookie("refresh").orElseThrow();
    }

    /** Returns both cookies as the value of a {@code Cookie} header. */
    public static String cookies(ApiResponse signedIn) {
        return signedIn.session() + "; refresh=" + refreshToken(signedIn);
    }
}
