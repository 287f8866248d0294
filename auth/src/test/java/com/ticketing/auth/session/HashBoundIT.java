package com.ticketing.auth.session;

import static com.ticketing.auth.People.PASSWORD;
import static com.ticketing.auth.People.newEmail;
import static com.ticketing.auth.People.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ServiceTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest(
        properties = {
            "auth.passwords.memory=32MB",
            "auth.passwords.in-flight=1",
            "auth.passwords.max-wait=PT0S",
        })
class HashBoundIT {

    @Autowired
    private Api api;

    @Test
    void sendsAwayWhomItHasNoPlaceForAndSaysWhenToComeBack() {
        List<CompletableFuture<ApiResponse>> attempts = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> signIn(api, newEmail(), PASSWORD), Thread::startVirtualThread))
                .limit(12)
                .toList();
        List<ApiResponse> answers =
                attempts.stream().map(CompletableFuture::join).toList();

        assertThat(answers).anySatisfy(answer -> assertThat(answer.status()).isEqualTo(400));
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 400)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(503);
                    assertThat(answer.header("Retry-After")).contains("2");
                    assertThat(answer.messages()).containsExactly("Too busy, please try again");
                });
        signIn(api, newEmail(), PASSWORD).expect(400);
    }
}
