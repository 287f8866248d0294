package com.ticketing.acceptance.rush;

import com.ticketing.host.api.ApiClient;
import com.ticketing.testsupport.SignedIn;
import java.util.List;
import java.util.stream.Stream;

/** Users without accounts: their session cookies are signed with the suite's own key, which saves the sign-ups. */
record SignedInUsers(String gateway, String key) {

    ApiClient next() {
        String id = SignedIn.newId();
        return ApiClient.anonymous(gateway).with("Cookie", SignedIn.withKey(key, id, id + "@example.com"));
    }

    List<ApiClient> next(int count) {
        return Stream.generate(this::next).limit(count).toList();
    }
}
