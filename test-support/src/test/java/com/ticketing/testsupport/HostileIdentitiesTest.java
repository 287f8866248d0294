package com.ticketing.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostileIdentitiesTest {

    @Test
    void areManyAndEachHasAName() {
        assertThat(HostileIdentities.withKey(SignedIn.KEY))
                .hasSizeGreaterThan(200)
                .allMatch(identity -> !identity.headers().isEmpty())
                .extracting(HostileIdentity::name)
                .doesNotHaveDuplicates();
    }
}
