package com.ticketing.testsupport.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.SignedIn;
import org.junit.jupiter.api.Test;

class HostileIdentitiesTest {

    @Test
    void returnsMoreThan200IdentitiesWithUniqueNames() {
        assertThat(HostileIdentities.withKey(SignedIn.KEY))
                .hasSizeGreaterThan(200)
                .allMatch(identity -> !identity.headers().isEmpty())
                .extracting(HostileIdentity::name)
                .doesNotHaveDuplicates();
    }
}
